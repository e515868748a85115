using Cadence.SellsyImport.Excel;
using Cadence.SellsyImport.Files;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport;

/// <summary>Registers workbooks on the builder of the importer.</summary>
public static class SellsyImportBuilderExcelExtensions
{
    /// <summary>
    /// Lets <see cref="IImportHistory.ResumeAsync"/> open the workbook of an interrupted import again by its location. Imports themselves need no
    /// registration.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="options">The limits for workbooks that are opened again; the location decides about the sheet.</param>
    /// <returns>The builder.</returns>
    public static SellsyImportBuilder UseExcel(this SellsyImportBuilder builder, ExcelSourceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        options?.Check();
        builder.Services.AddSingleton<ISourceOpener>(new WorkbookOpener(options));
        return builder;
    }

    private sealed class WorkbookOpener(ExcelSourceOptions? options) : ISourceOpener
    {
        public ImportSource? Open(string location) => ExcelSource.FromLocation(location, options);
    }
}
