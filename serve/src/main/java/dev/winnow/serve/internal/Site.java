package dev.winnow.serve.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The paths that a server answers. No other path exists, and none is a file's.
 *
 * @param pages the routes of {@code GET} requests by path
 * @param services the routes of {@code POST} requests by path
 */
record Site(Map<String, Route> pages, Map<String, Route> services) {

    Site {
        pages = Map.copyOf(pages);
        services = Map.copyOf(services);
    }

    /** Returns the route of a request; null if there is none. */
    @Nullable
    Route find(boolean post, String path) {
        return (post ? services : pages).get(path);
    }

    /** Answers the requests of a path. */
    interface Route {

        /**
         * Answers a request in its turn to screen.
         *
         * @param body the body; empty for {@code GET}
         */
        Reply answer(byte[] body) throws RefusedRequest;
    }
}
