namespace Smederijen.Portal.Attachments;

/// <summary>
/// The folder in which files lie while a form is on its way: those of the framework that reads the form, as they were sent, and our
/// clean copies. A request takes its own away; those of a process that was ended are taken away when the next one starts.
/// </summary>
public static class TemporaryFiles
{
    /// <summary>Where the framework looks, once, when the first file comes in.</summary>
    private const string Setting = "ASPNETCORE_TEMP";

    public static string Folder => Environment.GetEnvironmentVariable(Setting) ?? Path.GetTempPath();

    /// <summary>From now on, in this process.</summary>
    public static void LieIn(string folder) => Environment.SetEnvironmentVariable(Setting, Path.GetFullPath(folder));

    /// <summary>Makes the folder, for this user alone, and takes away what lies in it. A file that is in use elsewhere on Windows stays.</summary>
    public static void Clear(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            try
            {
                File.Delete(file);
            }
            catch (IOException) when (OperatingSystem.IsWindows())
            {
                // Another process that takes forms in at this moment has it open, and takes it away itself.
            }
        }
    }
}
