namespace SqliteContactPoints;

internal enum Shape
{
    None,
    Json,
    JsonAndEmail,
    Children,
}
