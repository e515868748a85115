using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Cadence.SellsyImport.Tests.Documents;

/// <summary>Every link of a document leads to a file of the repository, and to a heading of it.</summary>
public sealed partial class LinkTests
{
    private const string Elsewhere = "https://";

    private static string Published { get; } =
        XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("RepositoryUrl").Single().Value;

    [Fact]
    public void Every_link_leads_to_a_file_and_a_heading()
    {
        var links = Repository.Documents().SelectMany(document => LinksOf(document).Select(link => (Document: document, Link: link))).ToArray();

        Assert.True(links.Length > 50, $"{links.Length} links");
        Assert.All(links, link => Assert.True(IsRight(link.Document, link.Link), $"{Path.GetRelativePath(Repository.Root, link.Document)}: {link.Link}"));
    }

    [Fact]
    public void The_readme_of_a_package_is_short_and_links_as_it_can_be_read_elsewhere()
    {
        var readmes = Repository.Documents().Where(document => document.StartsWith(Repository.PathOf("src"), StringComparison.Ordinal)).ToArray();

        Assert.True(readmes.Length >= 7, $"{readmes.Length} readmes");
        Assert.All(readmes, readme =>
        {
            Assert.InRange(Repository.LinesOf(readme).Length, 5, 40);
            Assert.NotEmpty(LinksOf(readme));
            Assert.All(LinksOf(readme), link => Assert.StartsWith(Elsewhere, link, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void The_readme_of_the_repository_is_read_in_one_go() =>
        Assert.InRange(Repository.LinesOf(Repository.PathOf("README.md")).Length, 50, 200);

    private static bool IsRight(string document, string link)
    {
        var target = link.StartsWith($"{Published}/blob/main/", StringComparison.Ordinal) ? Path.Combine(Repository.Root, link[$"{Published}/blob/main/".Length..])
            : link == Published ? Repository.Root
            : link.StartsWith(Elsewhere, StringComparison.Ordinal) ? null
            : Path.Combine(Path.GetDirectoryName(document)!, link);
        if (target is null)
        {
            return true;
        }

        var (path, heading) = target.Split('#') is [var file, var anchor] ? (file, anchor) : (target, null);
        path = path.EndsWith(Path.DirectorySeparatorChar) && heading is not null ? document : path;
        return Path.Exists(path) && (heading is null || HeadingsOf(path).Contains(heading));
    }

    private static IEnumerable<string> HeadingsOf(string path) => Repository.LinesOf(path)
        .Where(line => line.StartsWith('#'))
        .Select(line => NotInAnchors().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    private static IEnumerable<string> LinksOf(string document) => Links().Matches(File.ReadAllText(document)).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchors();
}
