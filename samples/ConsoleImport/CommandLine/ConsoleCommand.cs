namespace ConsoleImport.CommandLine;

/// <summary>What the console was asked to do. Flags, so that an option can say which commands it belongs to.</summary>
[Flags]
internal enum ConsoleCommand
{
    None = 0,

    /// <summary>No command: the main job on the sample data.</summary>
    Sample = 1,
    Preview = 2,
    Import = 4,
    Mapping = 8,
    UsersAdd = 16,
    UsersList = 32,
    Help = 64,
    Resume = 128,
    Undo = 256,
    History = 512,
    End = 1_024,
}
