using Microsoft.AspNetCore.Http.Metadata;

namespace Wuying.Api.Requests;

/// <summary>Marks an endpoint that reads its body as it comes: of any size, and never kept for a fingerprint.</summary>
internal sealed class StreamedBody : IRequestSizeLimitMetadata
{
    public long? MaxRequestBodySize => null;
}
