package dev.penstock.client;

import dev.penstock.contract.PartUrl;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Asks the service for the URLs of one upload's parts.
final class PartUrlSource {
    private final IntakeRoutes routes;
    private final UploadHandle upload;
    private final Duration life;

    PartUrlSource(IntakeRoutes routes, OpenUpload upload) {
        this.routes = routes;
        this.upload = upload.handle();
        this.life = upload.urlLife();
    }

    /// One call; a URL for each part, by part number.
    Map<Integer, LiveUrl> ask(List<HashedPart> parts) {
        long askedAt = System.nanoTime();
        var requests = parts.stream().map(HashedPart::urlRequest).toList();
        var urls =
                routes.partUrls(upload, requests).parts().stream()
                        .collect(Collectors.toMap(PartUrl::partNumber, Function.identity()));
        return parts.stream()
                .collect(
                        Collectors.toMap(
                                HashedPart::number,
                                part -> new LiveUrl(found(urls, part), askedAt)));
    }

    private static PartUrl found(Map<Integer, PartUrl> urls, HashedPart part) {
        var url = urls.get(part.number());
        if (url == null) {
            throw new NotVerifiedException(
                    "The service gave no URL for part %d.".formatted(part.number()));
        }
        return url;
    }

    LiveUrl askFor(HashedPart part) {
        return ask(List.of(part)).values().iterator().next();
    }

    /// This one, or another when its life is nearly over.
    LiveUrl freshened(LiveUrl url, HashedPart part) {
        return url.isStale(life) ? askFor(part) : url;
    }
}
