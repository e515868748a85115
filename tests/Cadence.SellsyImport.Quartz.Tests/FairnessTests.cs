using Cadence.SellsyImport.Quartz.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Quartz.Tests;

public sealed class FairnessTests(JobServer server)
{
    [Fact]
    public async Task A_customer_with_a_long_queue_does_not_hold_up_another_one()
    {
        await using var cluster = new JobCluster(server);
        var users = new ScriptedUsers((call, token) => call == 1 ? ScriptedUsers.ForeverAsync(token) : Task.CompletedTask);
        var node = await cluster.StartAsync(
            options => (options.ImportsPerNode, options.ImportsPerCustomer) = (2, 1),
            services => services.AddSingleton<ICadenceUserProvider>(users));
        var running = await node.EnqueueAsync(JobCluster.Export.ToSource(), new() { Customer = "acme" });
        await users.Asked;
        var behind = await node.EnqueueAsync(JobCluster.Other.ToSource(), new() { Customer = "acme" });

        var other = await node.EnqueueAsync(JobCluster.Other.ToSource(), new() { Customer = "initech" });
        await node.Watch.DoneAsync(other);

        Assert.Equal(ImportJobState.Waiting, (await node.FindAsync(behind)).State);
        Assert.NotNull((await node.FindAsync(running)).Node);
    }
}
