namespace Cadence.SellsyImport.Testing.Generation;

/// <summary>The words that invented contacts are made of. Every one of them can be written in Windows-1252.</summary>
internal static class Words
{
    /// <summary>No first name is a last name too: a name means one person, whatever the order of its parts.</summary>
    public static readonly string[] FirstNames =
    [
        "Hélène", "Zoé", "François", "Anaïs", "Gaëlle", "Jérôme", "Noémie", "Léa", "Aurélie", "Cécile", "Loïc", "Maëlys", "Élodie", "Théo",
        "Chloé", "Rémi", "Benoît", "Océane", "Inès", "Clément", "Frédéric", "Mélanie", "Raphaël", "Sébastien", "Valérie", "Agnès", "Joëlle",
        "Solène", "Amélie", "Yannick", "Camille", "Julie", "Nicolas", "Sophie", "Pauline", "Antoine", "Claire", "Vincent", "Laura", "Olivier",
        "Manon", "Hugo", "Emma", "Lucas", "Sarah", "Arthur", "Jeanne", "Gabriel", "Alice", "Jules", "Marion", "Quentin", "Nathalie", "Cyril",
        "Jean-Marc", "Anne-Laure", "Marie-Ève", "Jean-Loup", "Charles-Henri", "Marie-Noëlle",
    ];

    /// <summary>An odd number of them, so that two at a distance of less than half of it make a pair that occurs once.</summary>
    public static readonly string[] LastNames =
    [
        "Lefèvre", "Béranger", "Garçon", "Desprès", "Châtelain", "Grégoire-Lam", "Cœuret", "Pélissier", "Brûlé", "Fléchet", "Hénault",
        "Mérieux", "Tréhin", "Vérité", "Prévost", "Guérin", "Lemaître", "Crépin", "Sénéchal", "Rivière", "Barthélémy", "Bénard", "Château",
        "Delaître", "Évrard", "Fouché", "Gérault", "Josué", "Kéroual", "Légaré", "Ménard", "Noël-Baron", "Orléac", "Pâris", "Quéré", "Rohmér",
        "Sévigny", "Tessiér", "Valéry", "Yvelain", "Moreau", "Dubois", "Fournier", "Girard", "Bonnet", "Mercier", "Blanchard", "Gauthier",
        "Perrin", "Morel", "Dumont", "Lopez", "Faure", "Roussel", "Masson", "Marchand", "Renard", "Picard", "Leclerc", "Vidal", "Caron",
        "Giraud", "Rolland", "Arnoux", "Lacroix", "Fabre", "Carpentier", "Leblanc", "Poulain", "Charpentier", "Baron", "Rousselot", "Lecomte",
        "Deschamps", "Vasseur", "Hubert-Roy", "Collet", "Dupuis", "Berger", "Maillard", "Le Goff",
    ];

    public static readonly string[] Civilities = ["M.", "Mme", "Monsieur", "Madame", "Mlle", "mr", "mrs"];

    public static readonly string[] JobPositions =
    [
        "Gérante", "Directeur général", "Responsable des achats", "Chargée d’affaires", "Ingénieur qualité", "Cheffe de projet",
        "Assistante de direction", "Comptable", "Technico-commercial", "Directrice des ressources humaines", "Attachée commerciale",
        "Président", "Conseillère clientèle", "Responsable d'atelier", "Développeur",
    ];

    public static readonly string[] NoteSentences =
    [
        "Rencontrée au salon de Montréal-la-Cluse ; à rappeler après les congés d’été.",
        "A demandé un devis pour l'équipement du site n° 2, budget prévu : 12 500 €.",
        "Préfère être contacté le matin, « jamais le vendredi ».",
        "A dit : \"Envoyez-moi la brochure\", puis n’a pas répondu.",
        "Déjà cliente d'un confrère ; contrat à échéance en février.",
        "Intéressé par l'offre à l'année ; décision collégiale.",
        "Très bon échange, chaleureux et précis.",
        "<p>Relance prévue&nbsp;: mi-mars.</p>",
    ];

    /// <summary>What people write when nothing is known.</summary>
    public static readonly string[] Placeholders = ["N/C", "NC.", "N/A", "-"];

    public static readonly string[] Tags =
    [
        "Salon 2025", "prospect chaud", "Île-de-France", "à relancer", "newsletter", "Événementiel", "VIP", "partenaire", "PME", "grand compte",
    ];

    public static readonly string[] CompanyKinds =
    [
        "Établissements", "Ateliers", "Groupe", "Société", "Maison", "Cabinet", "Comptoir", "Fonderie", "Imprimerie", "Menuiserie", "Brasserie",
        "Transports", "Domaine", "Laboratoires", "Éditions", "Pépinières", "Garage", "Librairie", "Boulangerie", "Constructions",
    ];

    public static readonly string[] CompanyAdjectives =
    [
        "& Fils", "Frères", "Réunis", "Associés", "du Midi", "de l’Étang", "d'Armor", "des Cévennes", "de Bresse", "du Léman", "Océan", "Énergie",
        "Conseil", "Développement", "Ingénierie",
    ];

    public static readonly string[] LegalForms = ["SARL", "SAS", "SA", "EURL", "SCOP", "SCI", "SASU"];

    public static readonly string[] CompanyTypes = ["client", "prospect", "fournisseur"];

    public static readonly string[] AddressNames = ["Siège", "Principale", "Dépôt", "Agence"];

    public static readonly string[] Streets =
    [
        "rue de la République", "avenue du Général-Leclerc", "place de l'Hôtel-de-Ville", "boulevard Carnot", "chemin des Prés", "impasse du Moulin",
        "allée des Érables", "quai de la Fosse", "rue Émile-Zola", "route de Genève",
    ];

    public static readonly string[] AddressDetails = ["Bâtiment C", "2e étage", "ZA des Quatre-Vents", "BP 40112", "Entrée B, escalier 3"];

    public static readonly (string Zip, string City, string State)[] Cities =
    [
        ("01000", "Bourg-en-Bresse", "Auvergne-Rhône-Alpes"), ("06200", "Nice", "Provence-Alpes-Côte d'Azur"),
        ("13008", "Marseille", "Provence-Alpes-Côte d'Azur"), ("17000", "La Rochelle", "Nouvelle-Aquitaine"),
        ("29200", "Brest", "Bretagne"), ("31000", "Toulouse", "Occitanie"), ("33000", "Bordeaux", "Nouvelle-Aquitaine"),
        ("35000", "Rennes", "Bretagne"), ("38000", "Grenoble", "Auvergne-Rhône-Alpes"), ("42000", "Saint-Étienne", "Auvergne-Rhône-Alpes"),
        ("44000", "Nantes", "Pays de la Loire"), ("59800", "Lille", "Hauts-de-France"), ("67000", "Strasbourg", "Grand Est"),
        ("69003", "Lyon", "Auvergne-Rhône-Alpes"), ("75011", "Paris", "Île-de-France"), ("97400", "Saint-Denis", "La Réunion"),
    ];
}
