namespace Smederijen.Banking;

/// <summary>A file that cannot be read. The message is the sentence for <see cref="BankRead{T}.Refused"/>; it never leaves this project.</summary>
internal sealed class BankFileException(string problem) : FormatException(problem);
