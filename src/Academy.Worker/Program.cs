using Academy.Worker;
using Microsoft.Extensions.Hosting;

try
{
    await GradingHost.Build(args).RunAsync();
    return 0;
}
catch (InvalidOperationException wrongSetting)
{
    Console.Error.WriteLine(wrongSetting.Message);
    return 1;
}
