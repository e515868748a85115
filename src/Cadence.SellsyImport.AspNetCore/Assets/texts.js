// The words of the page. What the server says (reasons, labels of fields and statuses) comes in the language that is asked for.

/** Each text in French and in English. */
const words = {
	upload: ['Fichier', 'File'],
	map: ['Correspondances', 'Mapping'],
	preview: ['Aperçu', 'Preview'],
	add: ['Import', 'Import'],
	history: ['Historique', 'History'],
	newImport: ['Nouvel import', 'New import'],
	language: ['Langue', 'Language'],
	dropHere: ['Déposez ici votre export Sellsy', 'Drop your Sellsy export here'],
	browse: ['Parcourir…', 'Browse…'],
	accepted: ['Fichiers CSV ou Excel (.xlsx), jusqu’à {0}.', 'CSV or Excel (.xlsx) files, up to {0}.'],
	acceptedCsv: ['Fichiers CSV, jusqu’à {0}.', 'CSV files, up to {0}.'],
	readOtherwise: ['Lire {0} autrement', 'Read {0} in another way'],
	readAgain: ['Relire le fichier', 'Read the file again'],
	asDetected: ['Comme détecté', 'As detected'],
	uploading: ['Envoi de {0}', 'Sending {0}'],
	cancel: ['Annuler', 'Cancel'],
	tooLarge: ['Le fichier fait {0} ; {1} au plus.', 'The file has {0}; at most {1}.'],
	detected: ['Lecture du fichier', 'How the file is read'],
	encoding: ['Encodage', 'Encoding'],
	separator: ['Séparateur', 'Separator'],
	headingRow: ['Ligne des en-têtes', 'Heading row'],
	shortRows: ['Lignes courtes', 'Short rows'],
	sheet: ['Feuille', 'Sheet'],
	sampleRows: ['Premières lignes', 'First rows'],
	automatic: ['Détecté : {0}', 'Detected: {0}'],
	tab: ['tabulation', 'tab'],
	fieldsOfCadence: ['Champs de Cadence', 'Fields of Cadence'],
	columnsOfFile: ['Colonnes du fichier', 'Columns of the file'],
	column: ['Colonne', 'Column'],
	noColumn: ['Aucune colonne', 'No column'],
	constant: ['Constante', 'Constant'],
	constantFor: ['Valeur constante pour {0}', 'Constant value for {0}'],
	addColumn: ['Ajouter une colonne', 'Add a column'],
	suggestedBecause: ['Proposé : {0}', 'Suggested: {0}'],
	notMapped: ['Colonnes non importées', 'Columns not imported'],
	dragHint: ['Glissez une colonne sur un champ, ou choisissez-la dans la liste.', 'Drag a column onto a field, or choose it in the list.'],
	mandatory: ['obligatoire', 'mandatory'],
	missing: ['Il manque : {0}.', 'Missing: {0}.'],
	continue: ['Continuer', 'Continue'],
	back: ['Retour aux correspondances', 'Column remapping'],
	saveProfile: ['Enregistrer le profil', 'Save profile'],
	loadProfile: ['Charger un profil', 'Load a profile'],
	dateOrder: ['Ordre des dates', 'Order of dates'],
	dmy: ['jour/mois/année', 'day/month/year'],
	mdy: ['mois/jour/année', 'month/day/year'],
	used: ['Utilisée par {0}', 'Used by {0}'],
	free: ['Libre', 'Free'],
	previewing: ['Aperçu en cours', 'Preview running'],
	rowsRead: ['{0} lignes lues', '{0} rows read'],
	ofRows: ['{0} sur {1}', '{0} of {1}'],
	perSecond: ['{0} lignes/s', '{0} rows/s'],
	timeLeft: ['encore {0}', '{0} left'],
	causes: ['À corriger', 'To be repaired'],
	noCauses: ['Rien à corriger.', 'Nothing to repair.'],
	rows: ['{0} lignes', '{0} rows'],
	oneRow: ['1 ligne', '1 row'],
	showRows: ['Voir les lignes', 'Show the rows'],
	chooseUser: ['Choisir un utilisateur…', 'Choose a user…'],
	same: ['Même lead', 'Same lead'],
	new: ['Nouveau lead', 'New lead'],
	matchOf: ['Contact {0} : {1}', 'Contact {0}: {1}'],
	otherMatches: ['Autres rapprochements : {0}', 'Other matches: {0}'],
	forAllRows: ['pour les {0} lignes', 'for all {0} rows'],
	replaceBy: ['Remplacer « {0} » par', 'Replace “{0}” by'],
	replace: ['Remplacer', 'Replace'],
	replaceInColumn: ['Remplacer dans une colonne', 'Replace in a column'],
	text: ['Texte', 'Text'],
	by: ['Par', 'By'],
	wouldChange: ['{0} lignes seraient modifiées', '{0} rows would change'],
	defaultOwner: ['Utilisateur par défaut', 'Default user'],
	forBlank: ['Si le propriétaire est vide', 'Where the owner is blank'],
	forUnknown: ['Si le propriétaire est inconnu', 'Where the owner is unknown'],
	nobody: ['Aucun', 'Nobody'],
	corrections: ['Corrections', 'Corrections'],
	noCorrections: ['Aucune correction.', 'No correction.'],
	takeBack: ['Annuler la correction', 'Take back'],
	takeAllBack: ['Tout annuler', 'Take all back'],
	cellOf: ['Ligne {0}, {1} → « {2} »', 'Row {0}, {1} → “{2}”'],
	corrected: ['{0} : « {1} » → « {2} »', '{0}: “{1}” → “{2}”'],
	excludedRow: ['Ligne {0} exclue', 'Row {0} left out'],
	downloadRejected: ['Télécharger les lignes rejetées', 'Download the rejected rows'],
	uploadMended: ['Renvoyer le fichier corrigé', 'Upload the mended file'],
	mendedTaken: ['{0} lignes reprises.', '{0} rows taken.'],
	mendedUnknown: ['Lignes non reconnues : {0}.', 'Rows not recognised: {0}.'],
	status: ['Statut', 'Status'],
	all: ['Tous', 'All'],
	allOwners: ['Tous les propriétaires', 'All owners'],
	filterText: ['Rechercher', 'Search'],
	goToRow: ['Aller à la ligne', 'Go to row'],
	go: ['Aller', 'Go'],
	number: ['N°', 'No.'],
	name: ['Nom', 'Name'],
	company: ['Société', 'Company'],
	jobTitle: ['Fonction', 'Title'],
	email: ['E-mail', 'E-mail'],
	owner: ['Propriétaire', 'Owner'],
	blank: ['À ajouter', 'To be added'],
	active: ['Actif', 'Active'],
	error: ['Erreur', 'Error'],
	success: ['Succès', 'Success'],
	excluded: ['Exclu', 'Excluded'],
	tick: ['Cocher la ligne {0}', 'Tick row {0}'],
	tickAll: ['Tout cocher', 'Tick all'],
	tickNone: ['Tout décocher', 'Untick all'],
	ticked: ['{0} lignes cochées', '{0} rows ticked'],
	showMore: ['Lignes suivantes', 'More rows'],
	shown: ['{0} lignes affichées', '{0} rows shown'],
	noRows: ['Aucune ligne.', 'No rows.'],
	existing: ['Contacts déjà présents', 'Contacts that exist already'],
	policyCounts: ['{0} modifiés, {1} inchangés', '{0} changed, {1} unchanged'],
	addRows: ['Ajouter', 'Add'],
	provisional: ['provisoire', 'provisional'],
	provisionalPlan: ['Modifications enregistrées ; lignes de l’aperçu précédent jusqu’à la fin du nouveau.', 'Changes saved. The rows are from the previous preview until the new one ends.'],
	valuesOf: ['Corriger par valeur', 'Repair by value'],
	valuesOfFirst: ['Valeurs des {0} premières lignes.', 'Values of the first {0} rows.'],
	exclude: ['Exclure la ligne', 'Leave the row out'],
	include: ['Réintégrer la ligne', 'Take the row in again'],
	row: ['Ligne {0}', 'Row {0}'],
	lead: ['Lead', 'Lead'],
	reasons: ['Raisons', 'Reasons'],
	fileCells: ['Cellules du fichier', 'Cells of the file'],
	cadences: ['Cadences en cours', 'Running cadences'],
	noCadence: ['Aucune cadence en cours.', 'No running cadence.'],
	changes: ['Modifications', 'Changes'],
	before: ['Avant', 'Before'],
	after: ['Après', 'After'],
	close: ['Fermer', 'Close'],
	original: ['Dans le fichier : {0}', 'In the file: {0}'],
	save: ['Enregistrer', 'Save'],
	undoing: ['Annulation en cours', 'Undo running'],
	interrupted: ['L’import est interrompu. Ce qui est ajouté reste ; reprenez-le pour continuer.', 'The import was interrupted. What was added stays; resume it to go on.'],
	resume: ['Reprendre', 'Resume'],
	failed: ['Échec', 'Failed'],
	done: ['Import terminé', 'Import finished'],
	undone: ['Import annulé', 'Import undone'],
	read: ['Lues', 'Read'],
	added: ['Ajoutées', 'Added'],
	updated: ['Mises à jour', 'Updated'],
	unchanged: ['Inchangées', 'Unchanged'],
	skipped: ['Ignorées', 'Skipped'],
	errors: ['Erreurs', 'Errors'],
	balance: ['{0} lues = {1} ajoutées + {2} mises à jour + {3} inchangées + {4} ignorées + {5} erreurs', '{0} read = {1} added + {2} updated + {3} unchanged + {4} skipped + {5} errors'],
	undo: ['Annuler cet import', 'Undo this import'],
	undoSure: ['Les {0} leads ajoutés seront supprimés, et les {1} modifiés retrouveront leurs anciennes valeurs. Ce qui a été modifié depuis est conservé.', 'The {0} leads that were added will be removed, and the {1} that were changed get their old values back. What was changed since is kept.'],
	undoYes: ['Oui, annuler l’import', 'Yes, undo the import'],
	no: ['Non', 'No'],
	undoResult: ['{0} supprimés, {1} rétablis, {2} conservés, {3} déjà supprimés, {4} oubliés.', '{0} removed, {1} restored, {2} kept, {3} already removed, {4} forgotten.'],
	noImports: ['Aucun import.', 'No imports.'],
	started: ['Début', 'Started'],
	state: ['État', 'State'],
	open: ['Ouvrir', 'Open'],
	retry: ['Réessayer', 'Try again'],
	loading: ['Chargement…', 'Loading…'],
	empty: ['(vide)', '(blank)'],
	findings: ['Remarques', 'Remarks'],
	actions: ['Actions', 'Actions'],
	page: ['Étapes de l’import', 'Steps of the import'],
	noAnswer: ['Pas de réponse du serveur ({0}). Rechargez la page.', 'No answer from the server ({0}). Reload the page.'],
	dismiss: ['Masquer le message', 'Hide the message'],
};

/** @typedef {keyof typeof words} TextKey */

export class Texts {
	/** @param {string} language */
	constructor(language) {
		this.language = language.toLowerCase().startsWith('fr') ? 'fr' : 'en';
		this.numbers = new Intl.NumberFormat(this.language);
		this.times = new Intl.DateTimeFormat(this.language, { dateStyle: 'medium', timeStyle: 'short' });
	}

	/** @param {TextKey} key @param {...(string|number)} values */
	say(key, ...values) {
		return (words[key][this.language === 'fr' ? 0 : 1] ?? '').replace(/\{(\d)\}/g, (_, place) => {
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
