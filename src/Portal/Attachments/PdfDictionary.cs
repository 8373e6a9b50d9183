using System.Collections.Frozen;

namespace Smederijen.Portal.Attachments;

/// <summary>What a stream holds, as the dictionary before it tells.</summary>
internal enum PdfStreamKind
{
    Other,
    PackedObjects,
    PlainObjects,
    ObjectsInAnOddWay,

    /// <summary>The dictionary cannot be read to its end, so nothing is known.</summary>
    Unclear,
}

/// <summary>
/// Reads over a dictionary strictly by the rules (ISO 32000-1, 7.3.7). Of one that breaks them every reader makes something else: it may find
/// another end, and behind that a stream that holds objects. So it is never taken for harmless.
/// </summary>
internal ref struct PdfDictionary
{
    private const int LongestName = 20;
    private const ulong Dictionary = 0;
    private const ulong Array = 1;
    private const ulong Deepest = 1UL << 63;

    /// <summary>What the dictionary of an object stream is made of; one with anything else is packed in a way that is not looked through.</summary>
    private static readonly FrozenSet<string> s_objectStream = FrozenSet.Create(StringComparer.Ordinal,
        "Type", "ObjStm", "N", "First", "Length", "Filter", "FlateDecode", "Extends");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_isOfObjectStream =
        s_objectStream.GetAlternateLookup<ReadOnlySpan<char>>();

    private ReadOnlySpan<byte> _text;

    /// <summary>A bit for each dictionary and array that is open, the innermost last, behind a 1.</summary>
    private ulong _open = 1;

    /// <summary>In a dictionary: the key has been read.</summary>
    private bool _awaitsValue;

    private int _filters;
    private bool _hasFilter;
    private bool _isObjects;
    private bool _isOdd;

    private PdfDictionary(ReadOnlySpan<byte> text) => _text = text;

    private readonly bool MayHoldValue => _awaitsValue || (_open & 1) == Array;

    private readonly PdfStreamKind Kind => !_isObjects ? PdfStreamKind.Other
        : _isOdd || _filters != (_hasFilter ? 1 : 0) ? PdfStreamKind.ObjectsInAnOddWay
        : _hasFilter ? PdfStreamKind.PackedObjects
        : PdfStreamKind.PlainObjects;

    /// <param name="text">Begins with a dictionary; afterwards with what stands behind it.</param>
    public static PdfStreamKind Read(ref ReadOnlySpan<byte> text)
    {
        var dictionary = new PdfDictionary(text);
        var isRead = dictionary.TryReadToEnd();
        text = dictionary._text;
        return isRead ? dictionary.Kind : PdfStreamKind.Unclear;
    }

    private bool TryReadToEnd()
    {
        do
        {
            if (!PdfText.TrySkipGap(ref _text) || !TryReadPart())
                return false;
        }
        while (_open > 1);
        return true;
    }

    private bool TryReadPart() => _text switch
    {
        [] => false,
        [(byte)'<', (byte)'<', ..] => TryOpen(Dictionary, 2),
        [(byte)'>', (byte)'>', ..] => TryClose(Dictionary, 2),
        [(byte)'[', ..] => TryOpen(Array, 1),
        [(byte)']', ..] => TryClose(Array, 1),
        [(byte)'(', ..] => TryPassValue(PdfText.StringLength(_text)),
        [(byte)'<', ..] => TryPassValue(_text.IndexOf((byte)'>') + 1),
        [(byte)'/', ..] => ReadName(),
        _ => TryPassWord(PdfText.WordLength(_text)),
    };

    private bool TryOpen(ulong kind, int length)
    {
        if (!MayHoldValue || _open >= Deepest)
            return false;
        _open = (_open << 1) | kind;
        return Pass(length);
    }

    private bool TryClose(ulong kind, int length)
    {
        if (_open == 1 || (_open & 1) != kind || _awaitsValue)
            return false;
        _open >>= 1;
        return Pass(length);
    }

    private bool TryPassValue(int length) => length > 0 && MayHoldValue && Pass(length);

    /// <summary>A number or a keyword; a reference has two more of them where a key could be.</summary>
    private bool TryPassWord(int length) => length > 0 && Pass(length);

    private bool Pass(int length)
    {
        _awaitsValue = false;
        _text = _text[length..];
        return true;
    }

    private bool ReadName()
    {
        Span<char> room = stackalloc char[LongestName];
        var length = PdfText.WordLength(_text[1..]);
        var name = PdfText.Name(_text.Slice(1, length), room);
        _isObjects |= name is "ObjStm" or "First";
        _isOdd |= !s_isOfObjectStream.Contains(name);
        _hasFilter |= name is "Filter";
        _filters += name is "FlateDecode" ? 1 : 0;
        var isKey = !MayHoldValue;
        Pass(1 + length);
        _awaitsValue = isKey;
        return true;
    }
}
