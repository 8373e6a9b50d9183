using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Smederijen.Portal.Attachments;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Uploading;

namespace Smederijen.Portal.Tests.Attachments;

public sealed class When_many_files_are_on_their_way
{
    [Fact]
    public async Task They_wait_outside_memory_and_are_gone_with_the_answer()
    {
        var http = new DefaultHttpContext();
        var ending = new Ending();
        http.Features.Set<IHttpResponseFeature>(ending);
        var photo = Sample.Read("plain.png");
        IFormFile file = new FormFile(new MemoryStream(photo), 0, photo.Length, "bijlagen", "foto.png");
        var uploads = await Uploads.Read(new PostedFiles(http, new FormFileCollection { file, file, file }, _ => ""), "bijlagen", []);
        uploads.Count.ShouldBe(3);
        uploads.ShouldAllBe(upload => upload.Content is FileStream && upload.Length == upload.Content.Length);
        var paths = uploads.Select(upload => ((FileStream)upload.Content).Name).ToList();
        paths.ShouldAllBe(path => File.Exists(path));
        await ending.Complete();
        paths.ShouldAllBe(path => !File.Exists(path));
    }

    /// <summary>Lets a response end, as a host does.</summary>
    private sealed class Ending : HttpResponseFeature
    {
        private readonly List<Func<Task>> _last = [];

        public override void OnCompleted(Func<object, Task> callback, object state) => _last.Add(() => callback(state));

        public async Task Complete()
        {
            foreach (var callback in _last)
                await callback();
        }
    }
}
