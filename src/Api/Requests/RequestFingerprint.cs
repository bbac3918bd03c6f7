using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Wuying.Api.Requests;

/// <summary>Hashes what a request asks, to tell a repetition from another request under the same key.</summary>
internal static class RequestFingerprint
{
    private const int BufferBytes = 16 * 1024;

    /// <summary>Hash of method, path, query and body. The body can be read again afterwards; streamed ones are left alone and do not count.</summary>
    public static async Task<string> OfAsync(HttpContext context)
    {
        var request = context.Request;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path.Value}\n{request.QueryString.Value}\n"));
        if (context.GetEndpoint()?.Metadata.GetMetadata<StreamedBody>() is null)
        {
            request.EnableBuffering();
            await AppendAsync(hash, request.Body, context.RequestAborted);
            request.Body.Position = 0;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task AppendAsync(IncrementalHash hash, Stream body, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            int read;
            while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
            {
                hash.AppendData(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
