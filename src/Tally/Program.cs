using System.Text;
using Smederijen.Tally;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return Command.Run(args, Console.Out, Console.Error);
