// The words of the page. What the server says (reasons, labels of fields and statuses) comes in the language that is asked for.

const fr = {
	upload: 'Fichier', map: 'Correspondances', preview: 'Aperçu', add: 'Import', history: 'Historique', newImport: 'Nouvel import',
	language: 'Langue', theme: 'Apparence', light: 'Clair', dark: 'Sombre', system: 'Système',
	dropHere: 'Déposez ici votre export Sellsy', orBrowse: 'ou', browse: 'Parcourir…',
	accepted: 'Fichiers CSV ou Excel (.xlsx), jusqu’à {0}.', uploading: 'Envoi de {0}', cancel: 'Annuler', tooLarge: 'Le fichier fait {0} ; {1} au plus.',
	detected: 'Lecture du fichier', encoding: 'Encodage', separator: 'Séparateur', headingRow: 'Ligne des en-têtes', shortRows: 'Lignes courtes',
	sheet: 'Feuille', sampleRows: 'Premières lignes', automatic: 'Détecté : {0}', tab: 'tabulation',
	fieldsOfCadence: 'Champs de Cadence', columnsOfFile: 'Colonnes du fichier', column: 'Colonne', noColumn: 'Aucune colonne', constant: 'Constante',
	constantFor: 'Valeur constante pour {0}', addColumn: 'Ajouter une colonne', suggestedBecause: 'Proposé : {0}',
	notMapped: 'Colonnes non importées', dragHint: 'Glissez une colonne sur un champ, ou choisissez-la dans la liste.', mandatory: 'obligatoire',
	missing: 'Il manque : {0}.', continue: 'Continuer', back: 'Retour aux correspondances', saveProfile: 'Enregistrer le profil', loadProfile: 'Charger un profil',
	dateOrder: 'Ordre des dates', dmy: 'jour/mois/année', mdy: 'mois/jour/année', used: 'Utilisée par {0}', free: 'Libre',
	previewing: 'Aperçu en cours', rowsRead: '{0} lignes lues', ofRows: '{0} sur {1}', perSecond: '{0} lignes/s', timeLeft: 'encore {0}',
	causes: 'À corriger', noCauses: 'Rien à corriger.', rows: '{0} lignes', oneRow: '1 ligne', showRows: 'Voir les lignes', chooseUser: 'Choisir un utilisateur…',
	forAllRows: 'pour les {0} lignes', replaceBy: 'Remplacer « {0} » par', replace: 'Remplacer', replaceInColumn: 'Remplacer dans une colonne', text: 'Texte', by: 'Par', wouldChange: '{0} lignes seraient modifiées',
	defaultOwner: 'Utilisateur par défaut', forBlank: 'Si le propriétaire est vide', forUnknown: 'Si le propriétaire est inconnu', nobody: 'Aucun',
	corrections: 'Corrections', noCorrections: 'Aucune correction.', takeBack: 'Annuler la correction', takeAllBack: 'Tout annuler', cellOf: 'Ligne {0}, {1}', excludedRow: 'Ligne {0} exclue',
	downloadRejected: 'Télécharger les lignes rejetées', uploadMended: 'Renvoyer le fichier corrigé', mendedTaken: '{0} lignes reprises.', mendedUnknown: 'Lignes non reconnues : {0}.',
	status: 'Statut', all: 'Tous', allOwners: 'Tous les propriétaires', filterText: 'Rechercher', goToRow: 'Aller à la ligne', go: 'Aller', number: 'N°', name: 'Nom', company: 'Société', jobTitle: 'Fonction', email: 'E-mail', owner: 'Propriétaire',
	blank: 'À ajouter', active: 'Actif', error: 'Erreur', success: 'Succès', excluded: 'Exclu',
	tick: 'Cocher la ligne {0}', tickAll: 'Tout cocher', tickNone: 'Tout décocher', ticked: '{0} lignes cochées', showMore: 'Lignes suivantes', shown: '{0} lignes affichées', noRows: 'Aucune ligne.',
	existing: 'Contacts déjà présents', policyCounts: '{0} modifiés, {1} inchangés', addRows: 'Ajouter', provisional: 'provisoire', exclude: 'Exclure la ligne', include: 'Réintégrer la ligne',
	row: 'Ligne {0}', lead: 'Lead', reasons: 'Raisons', fileCells: 'Cellules du fichier', cadences: 'Cadences en cours', noCadence: 'Aucune cadence en cours.', changes: 'Modifications', before: 'Avant', after: 'Après', close: 'Fermer', original: 'Dans le fichier : {0}', save: 'Enregistrer',
	adding: 'Import en cours', undoing: 'Annulation en cours', interrupted: 'L’import est interrompu. Ce qui est ajouté reste ; reprenez-le pour continuer.', resume: 'Reprendre', failed: 'Échec',
	done: 'Import terminé', undone: 'Import annulé', read: 'Lues', added: 'Ajoutées', updated: 'Mises à jour', unchanged: 'Inchangées', skipped: 'Ignorées', errors: 'Erreurs', balance: '{0} lues = {1} ajoutées + {2} mises à jour + {3} inchangées + {4} ignorées + {5} erreurs',
	undo: 'Annuler cet import', undoSure: 'Les {0} leads ajoutés seront supprimés, et les {1} modifiés retrouveront leurs anciennes valeurs. Ce qui a été modifié depuis est conservé.', undoYes: 'Oui, annuler l’import', no: 'Non', undoResult: '{0} supprimés, {1} rétablis, {2} conservés, {3} déjà supprimés.',
	noImports: 'Aucun import.', startedBy: 'Par', started: 'Début', file: 'Fichier', state: 'État', open: 'Ouvrir', retry: 'Réessayer', loading: 'Chargement…', empty: '(vide)', findings: 'Remarques', actions: 'Actions', page: 'Étapes de l’import', dismiss: 'Masquer le message',
};

/** @type {typeof fr} */
const en = {
	upload: 'File', map: 'Mapping', preview: 'Preview', add: 'Import', history: 'History', newImport: 'New import',
	language: 'Language', theme: 'Appearance', light: 'Light', dark: 'Dark', system: 'System',
	dropHere: 'Drop your Sellsy export here', orBrowse: 'or', browse: 'Browse…',
	accepted: 'CSV or Excel (.xlsx) files, up to {0}.', uploading: 'Sending {0}', cancel: 'Cancel', tooLarge: 'The file has {0}; at most {1}.',
	detected: 'How the file is read', encoding: 'Encoding', separator: 'Separator', headingRow: 'Heading row', shortRows: 'Short rows',
	sheet: 'Sheet', sampleRows: 'First rows', automatic: 'Detected: {0}', tab: 'tab',
	fieldsOfCadence: 'Fields of Cadence', columnsOfFile: 'Columns of the file', column: 'Column', noColumn: 'No column', constant: 'Constant',
	constantFor: 'Constant value for {0}', addColumn: 'Add a column', suggestedBecause: 'Suggested: {0}',
	notMapped: 'Columns not imported', dragHint: 'Drag a column onto a field, or choose it in the list.', mandatory: 'mandatory',
	missing: 'Missing: {0}.', continue: 'Continue', back: 'Column remapping', saveProfile: 'Save profile', loadProfile: 'Load a profile',
	dateOrder: 'Order of dates', dmy: 'day/month/year', mdy: 'month/day/year', used: 'Used by {0}', free: 'Free',
	previewing: 'Preview running', rowsRead: '{0} rows read', ofRows: '{0} of {1}', perSecond: '{0} rows/s', timeLeft: '{0} left',
	causes: 'To be repaired', noCauses: 'Nothing to repair.', rows: '{0} rows', oneRow: '1 row', showRows: 'Show the rows', chooseUser: 'Choose a user…',
	forAllRows: 'for all {0} rows', replaceBy: 'Replace “{0}” by', replace: 'Replace', replaceInColumn: 'Replace in a column', text: 'Text', by: 'By', wouldChange: '{0} rows would change',
	defaultOwner: 'Default user', forBlank: 'Where the owner is blank', forUnknown: 'Where the owner is unknown', nobody: 'Nobody',
	corrections: 'Corrections', noCorrections: 'No correction.', takeBack: 'Take back', takeAllBack: 'Take all back', cellOf: 'Row {0}, {1}', excludedRow: 'Row {0} left out',
	downloadRejected: 'Download the rejected rows', uploadMended: 'Upload the mended file', mendedTaken: '{0} rows taken.', mendedUnknown: 'Rows not recognised: {0}.',
	status: 'Status', all: 'All', allOwners: 'All owners', filterText: 'Search', goToRow: 'Go to row', go: 'Go', number: 'No.', name: 'Name', company: 'Company', jobTitle: 'Title', email: 'E-mail', owner: 'Owner',
	blank: 'To be added', active: 'Active', error: 'Error', success: 'Success', excluded: 'Excluded',
	tick: 'Tick row {0}', tickAll: 'Tick all', tickNone: 'Untick all', ticked: '{0} rows ticked', showMore: 'More rows', shown: '{0} rows shown', noRows: 'No rows.',
	existing: 'Contacts that exist already', policyCounts: '{0} changed, {1} unchanged', addRows: 'Add', provisional: 'provisional', exclude: 'Leave the row out', include: 'Take the row in again',
	row: 'Row {0}', lead: 'Lead', reasons: 'Reasons', fileCells: 'Cells of the file', cadences: 'Running cadences', noCadence: 'No running cadence.', changes: 'Changes', before: 'Before', after: 'After', close: 'Close', original: 'In the file: {0}', save: 'Save',
	adding: 'Import running', undoing: 'Undo running', interrupted: 'The import was interrupted. What was added stays; resume it to go on.', resume: 'Resume', failed: 'Failed',
	done: 'Import finished', undone: 'Import undone', read: 'Read', added: 'Added', updated: 'Updated', unchanged: 'Unchanged', skipped: 'Skipped', errors: 'Errors', balance: '{0} read = {1} added + {2} updated + {3} unchanged + {4} skipped + {5} errors',
	undo: 'Undo this import', undoSure: 'The {0} leads that were added will be removed, and the {1} that were changed get their old values back. What was changed since is kept.', undoYes: 'Yes, undo the import', no: 'No', undoResult: '{0} removed, {1} restored, {2} kept, {3} already gone.',
	noImports: 'No imports.', startedBy: 'By', started: 'Started', file: 'File', state: 'State', open: 'Open', retry: 'Try again', loading: 'Loading…', empty: '(blank)', findings: 'Remarks', actions: 'Actions', page: 'Steps of the import', dismiss: 'Hide the message',
};

const languages = { fr, en };

/** @typedef {keyof typeof fr} TextKey */

export class Texts {
	/** @param {string} language */
	constructor(language) {
		this.language = language.toLowerCase().startsWith('fr') ? 'fr' : 'en';
		this.words = languages[/** @type {'fr'|'en'} */ (this.language)];
		this.numbers = new Intl.NumberFormat(this.language);
		this.times = new Intl.DateTimeFormat(this.language, { dateStyle: 'medium', timeStyle: 'short' });
	}

	/** @param {TextKey} key @param {...(string|number)} values */
	say(key, ...values) {
		return this.words[key].replace(/\{(\d)\}/g, (_, place) => {
			const value = values[Number(place)];
			return typeof value === 'number' ? this.number(value) : String(value ?? '');
		});
	}

	/** @param {number} value */
	number(value) {
		return this.numbers.format(value);
	}

	/** @param {number} count */
	rows(count) {
		return count === 1 ? this.say('oneRow') : this.say('rows', count);
	}

	/** @param {number} bytes */
	bytes(bytes) {
		const units = this.language === 'fr' ? ['o', 'ko', 'Mo', 'Go'] : ['B', 'kB', 'MB', 'GB'];
		let unit = 0;
		let value = bytes;
		for (; value >= 1000 && unit < units.length - 1; unit++) {
			value /= 1000;
		}
		return `${new Intl.NumberFormat(this.language, { maximumFractionDigits: value < 10 && unit > 0 ? 1 : 0 }).format(value)} ${units[unit]}`;
	}

	/** @param {number} seconds */
	duration(seconds) {
		const whole = Math.max(0, Math.round(seconds));
		return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
	}

	/** @param {string} time */
	time(time) {
		return this.times.format(new Date(time));
	}
}
