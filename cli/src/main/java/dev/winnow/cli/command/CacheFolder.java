package dev.winnow.cli.command;

import dev.winnow.engine.compile.PackCache;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cache of compiled packs: the folder that the variable {@code WINNOW_CACHE} names, none if that is {@code
 * off}, else {@code winnow} below {@code XDG_CACHE_HOME}, by default {@code ~/.cache}. Packs that the build has
 * compiled are found too.
 */
public final class CacheFolder {

    static final String VARIABLE = "WINNOW_CACHE";

    private static final String OFF = "off";

    /** The property that names the folder into which the launcher's build compiled the shipped packs. */
    private static final String BUILT = "winnow.packs";

    private CacheFolder() {}

    /** The cache that an environment selects. */
    public static PackCache cache(UnaryOperator<@Nullable String> environment) {
        if (OFF.equals(environment.apply(VARIABLE))) {
            return PackCache.none();
        }
        Path folder = folder(environment);
        PackCache cache = folder == null ? PackCache.none() : PackCache.at(folder);
        Path built = path(System.getProperty(BUILT));
        return built == null ? cache : cache.over(built);
    }

    private static @Nullable Path folder(UnaryOperator<@Nullable String> environment) {
        String asked = environment.apply(VARIABLE);
        if (asked != null && !asked.isEmpty()) {
            return path(asked);
        }
        Path caches = path(environment.apply("XDG_CACHE_HOME"));
        if (caches == null || !caches.isAbsolute()) { // the XDG standard says to ignore such a value
            Path user = path(System.getProperty("user.home"));
            caches = user == null || !user.isAbsolute() ? null : user.resolve(".cache");
        }
        return caches == null ? null : caches.resolve("winnow");
    }

    private static @Nullable Path path(@Nullable String named) {
        try {
            return named == null || named.isBlank() ? null : Path.of(named);
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
