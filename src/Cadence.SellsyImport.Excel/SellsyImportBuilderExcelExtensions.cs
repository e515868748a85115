using Cadence.SellsyImport.Excel;
using Cadence.SellsyImport.Files;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport;

/// <summary>Registers workbooks on the builder of the importer.</summary>
public static class SellsyImportBuilderExcelExtensions
{
    /// <summary>
    /// Lets the import page take workbooks (<see cref="IFileConverter"/>), and <see cref="IImportHistory.ResumeAsync"/> open the workbook of an interrupted
    /// import again by its location. <see cref="ExcelSource"/> needs no registration.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="options">The limits. The sheet is chosen by the person or by the location of the file.</param>
    /// <returns>The builder.</returns>
    public static SellsyImportBuilder UseExcel(this SellsyImportBuilder builder, ExcelSourceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        options?.Check();
        builder.Services.AddSingleton<ISourceOpener>(new WorkbookOpener(options));
        builder.Services.AddSingleton<IFileConverter>(new WorkbookConverter(options ?? new()));
        return builder;
    }

    private sealed class WorkbookOpener(ExcelSourceOptions? options) : ISourceOpener
    {
        public ImportSource? Open(string location) => ExcelSource.FromLocation(location, options);
    }
}
