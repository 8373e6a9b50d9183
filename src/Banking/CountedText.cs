using System.Text;

namespace Smederijen.Banking;

/// <summary>The characters of a file: no more than may be, and whether the last of them was asked for.</summary>
internal sealed class CountedText(Stream file, Encoding encoding, long most) : TextReader
{
    private readonly StreamReader _text = new(file, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 16_384, leaveOpen: true);
    private long _count;

    /// <summary>Something asked for more than there was: what is not well formed now was cut off.</summary>
    public bool Ended { get; private set; }

    public override int Read(char[] buffer, int index, int count)
    {
        var read = _text.Read(buffer, index, count);
        Ended |= read == 0 && count > 0;
        _count += read;
        return _count <= most ? read : throw new BankFileException(Problems.TooLarge);
    }

    public override int Read()
    {
        var one = new char[1];
        return Read(one, 0, 1) == 0 ? -1 : one[0];
    }

    public override int Peek() => _text.Peek();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _text.Dispose();
        base.Dispose(disposing);
    }
}
