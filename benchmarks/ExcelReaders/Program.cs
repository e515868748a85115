using System.Diagnostics;
using System.Globalization;
using ExcelReaders;

if (args is ["write", var target, var rowCount, .. var kind])
{
    WorkbookFile.Write(target, int.Parse(rowCount, CultureInfo.InvariantCulture), kind is ["inline"]);
    return;
}

var (reader, path) = (args[0], args[1]);
var clock = Stopwatch.StartNew();
var (rows, cells, characters) = reader switch
{
    "miniexcel" => Readers.MiniExcel(path),
    "openxml" => Readers.OpenXml(path),
    "exceldatareader" => Readers.ExcelDataReader(path),
    "source" => Readers.Source(path),
    _ => Readers.XmlReader(path),
};
var process = Process.GetCurrentProcess();
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{reader,-16} | rows {rows} cells {cells} characters {characters} | {clock.ElapsedMilliseconds} ms | processor {process.TotalProcessorTime.TotalMilliseconds:0} ms | peak {process.PeakWorkingSet64 >> 20} MB | allocated {GC.GetTotalAllocatedBytes() >> 20} MB"));
