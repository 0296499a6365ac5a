package dev.winnow.spring;

import dev.winnow.model.source.Internal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The properties {@code winnow.*}.
 *
 * @param pack Rule pack: a folder, or a place on the class path such as classpath:dev/winnow/rules/semiconductor.
 * @param universe Known cities and projects: files and folders, or places on the class path such as
 *     classpath:dev/winnow/seeds/semiconductor.
 * @param factsOf Further packs, in the form of winnow.pack, whose facts the universe and requests may state too.
 * @param reload Reloading of the pack.
 * @param limits Limits for requests.
 * @param records Records of screenings and decisions; winnow-records must be on the class path.
 * @param web Operations over HTTP; Spring MVC must be on the class path.
 */
@ConfigurationProperties("winnow")
@Internal
public record WinnowProperties(
        @Nullable String pack,
        @DefaultValue List<String> universe,
        @DefaultValue List<String> factsOf,
        @DefaultValue Reload reload,
        @DefaultValue Limits limits,
        @DefaultValue Records records,
        @DefaultValue Web web) {

    public WinnowProperties {
        universe = List.copyOf(universe);
        factsOf = List.copyOf(factsOf);
        if (universe.stream().map(WinnowProperties::isOnClassPath).distinct().count() > 1) {
            throw new IllegalArgumentException(
                    "winnow.universe must name files and folders, or places on the class path, not both: " + universe);
        }
    }

    static boolean isOnClassPath(String place) {
        return place.startsWith(ClassPathFiles.PREFIX);
    }

    /**
     * Reloading of the pack.
     *
     * @param enabled Whether a pack in a folder is reloaded when its files change.
     * @param interval Interval at which its files are checked. An edit counts once two checks find the same files, so
     *     that a half-written file is not loaded.
     */
    public record Reload(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("2s") Duration interval) {

        public Reload {
            if (interval.isZero() || interval.isNegative()) {
                throw new IllegalArgumentException("winnow.reload.interval must be positive, such as 2s");
            }
        }
    }

    /**
     * Limits for requests.
     *
     * @param document Maximum size of a document.
     * @param pairs Maximum number of pairs of a project and a city in a document.
     * @param concurrent Maximum number of requests that are computed at the same time; by default the number of
     *     processors, at least 2.
     * @param waiting Maximum time that a request waits for its turn.
     * @param time Time limit for receiving a document, for screening it, and for writing the answer, each.
     */
    public record Limits(
            @DefaultValue("1MB") DataSize document,
            @DefaultValue("5000") int pairs,
            @Nullable Integer concurrent,
            @DefaultValue("5s") Duration waiting,
            @DefaultValue("60s") Duration time) {

        public Limits {
            requirePositive("document", document.toBytes(), "1MB");
            requirePositive("pairs", pairs, "5000");
            requirePositive("concurrent", concurrent == null ? 1 : concurrent, "4");
            requirePositive("time", time.toMillis(), "60s");
            if (waiting.isNegative()) {
                throw new IllegalArgumentException("winnow.limits.waiting must not be negative");
            }
        }

        private static void requirePositive(String name, long value, String example) {
            if (value <= 0) {
                throw new IllegalArgumentException("winnow.limits." + name + " must be positive, such as " + example);
            }
        }
    }

    /**
     * Records of screenings and decisions.
     *
     * @param place SQLite file, or JDBC URL of SQLite or PostgreSQL.
     * @param readOnly Whether records are only read.
     */
    public record Records(
            @Nullable String place, @DefaultValue("false") boolean readOnly) {}

    /**
     * Operations over HTTP, which answer with the JSON contract.
     *
     * @param enabled Whether operations over HTTP are offered, to each caller that the application admits.
     * @param path Start of the addresses of operations over HTTP.
     */
    public record Web(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("/winnow") String path) {

        public Web {
            if (!path.matches("(/[A-Za-z0-9._~-]+)+")) {
                throw new IllegalArgumentException("winnow.web.path must be a path, such as /winnow");
            }
        }
    }
}
