using Xunit;

namespace Cadence.SellsyImport.Tests.Documents;

/// <summary>
/// Every C# block of README.md and docs/*.md stands in a file under Snippets of a test project, or in a sample, which tests compile and run; so a
/// document cannot show what does not work.
/// </summary>
public sealed class SnippetTests
{
    [Fact]
    public void Every_block_of_the_documents_is_the_text_of_a_snippet()
    {
        var documents = Documents();
        var snippets = Directory.EnumerateDirectories(Repository.PathOf("tests"), "Snippets", SearchOption.AllDirectories)
            .Append(Repository.PathOf("samples"))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Select(Repository.LinesOf).ToArray();
        var blocks = 0;
        var missing = new List<string>();
        foreach (var document in documents)
        {
            foreach (var (line, code) in CodeBlocks.In(Repository.LinesOf(document)))
            {
                blocks++;
                if (!snippets.Any(snippet => CodeBlocks.IsIn(code, snippet)))
                {
                    missing.Add($"{Path.GetFileName(document)}, line {line}: {code.FirstOrDefault()}");
                }
            }
        }

        Assert.True(missing.Count == 0, $"These blocks stand in no file under Snippets and in no sample:\n{string.Join('\n', missing)}");
        Assert.True(documents.Length >= 3, $"{documents.Length} documents were looked at");
        Assert.True(blocks >= 3, $"{blocks} blocks were looked at");
    }

    [Fact]
    public void A_block_is_found_whatever_its_indentation_and_only_line_for_line()
    {
        string[] source = ["class C", "{", "    void M()", "    {", "        Run();", "    }", "}"];
        string[] document = ["Text", "```csharp", "void M()", "{", "    Run();", "}", "```", "```csharp", "Run(1);", "```", "```sh", "Run();", "```"];

        var blocks = CodeBlocks.In(document);

        Assert.Equal([2, 8], blocks.Select(block => block.Line));
        Assert.True(CodeBlocks.IsIn(blocks[0].Code, source));
        Assert.False(CodeBlocks.IsIn(blocks[1].Code, source));
        Assert.False(CodeBlocks.IsIn(["void M()", "{", "Run();", "}"], source));
        Assert.False(CodeBlocks.IsIn([], source));
    }

    [Fact]
    public void The_first_block_of_the_readme_is_the_whole_quick_start()
    {
        var (line, code) = CodeBlocks.In(Repository.LinesOf(Repository.PathOf("README.md")))[0];

        Assert.InRange(line, 1, 20);
        Assert.Equal(Repository.LinesOf(Repository.PathOf("samples", "QuickStart", "Program.cs")).SkipLast(1), code);
    }

    private static string[] Documents() => [.. Repository.Documents().Where(document => !document.EndsWith("CHANGELOG.md", StringComparison.Ordinal))];
}
