using System.Text;
using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

public sealed class RejectedRowsTests
{
    [Fact]
    public async Task The_rejected_rows_are_the_original_ones_with_their_status_and_every_reason()
    {
        using var host = new ImportHost();
        var source = ImportHost.Source(
            "ID Sellsy;Prénom;Propriétaire;Téléphone;Perso\r\n1;Anne;Marie Durand;0546778899;x\r\n2;;Jean Inconnu;+33 6 12 34 56 78;\"=1+1;\"\"é\"\"\"\r\n3;Luc;Marie Durand;0546778899\r\n");
        var report = await host.ImportAsync(source);
        using var destination = new MemoryStream();

        var written = await host.Importer.WriteRejectedRowsAsync(source, report, destination, ImportTexts.French, ImportHost.Cancellation);

        Assert.Equal(2, written);
        Assert.Equal(
            "ID Sellsy;Prénom;Propriétaire;Téléphone;Perso;Statut;Raison\r\n"
            + "2;;Jean Inconnu;\"'+33 6 12 34 56 78\";\"'=1+1;\"\"é\"\"\";Erreur;Prénom : Le champ est obligatoire et vide. Complétez-le. | Propriétaire : Utilisateur non présent dans Cadence : « Jean Inconnu ». Ajoutez d'abord cet utilisateur dans Cadence.\r\n"
            + "\"3;Luc;Marie Durand;0546778899\";;;;;Erreur;Champs trouvés : 4, attendus d'après les en-têtes : 5. Corrigez le nombre de séparateurs de la ligne.\r\n",
            Encoding.UTF8.GetString(destination.ToArray()));
    }
}
