using System.CommandLine;
using Academy.Cli;

return await CommandLine.RunAsync(args, CliTexts.InTheReadersLanguage(), new InvocationConfiguration());
