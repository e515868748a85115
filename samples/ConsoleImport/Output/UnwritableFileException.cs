namespace ConsoleImport.Output;

/// <summary>A file that was asked for cannot be written; the message is for the person.</summary>
internal sealed class UnwritableFileException(string message, Exception? innerException = null) : Exception(message, innerException);
