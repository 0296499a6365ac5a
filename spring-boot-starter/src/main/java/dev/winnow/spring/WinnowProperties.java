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
 * @param pack The rule pack: a folder, or a place on the class path such as classpath:dev/winnow/rules/semiconductor.
 * @param universe What is known of cities and projects: files and folders, or places on the class path such as
 *     classpath:dev/winnow/seeds/semiconductor.
 * @param factsOf Further packs, as winnow.pack names one, whose facts universe and requests may state, too.
 * @param reload When the pack is read anew.
 * @param limits What a request may ask of the service.
 * @param records Where screenings and decisions are recorded; winnow-records must be on the class path.
 */
@ConfigurationProperties("winnow")
@Internal
public record WinnowProperties(
        @Nullable String pack,
        @DefaultValue List<String> universe,
        @DefaultValue List<String> factsOf,
        @DefaultValue Reload reload,
        @DefaultValue Limits limits,
        @DefaultValue Records records) {

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
     * When the pack is read anew.
     *
     * @param enabled Whether a pack in a folder is read anew when its files change.
     * @param interval How often its files are looked at. An edit counts once they are the same twice in a row, so that
     *     a file in the middle of being written is not taken.
     */
    public record Reload(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("2s") Duration interval) {

        public Reload {
            if (interval.isZero() || interval.isNegative()) {
                throw new IllegalArgumentException("winnow.reload.interval must be more than nothing, such as 2s");
            }
        }
    }

    /**
     * What a request may ask of the service.
     *
     * @param document The largest document.
     * @param pairs The largest number of pairs of a project and a city in a document.
     * @param concurrent The number of requests that are screened or written at once; the number of processors, and at
     *     least 2, unless set.
     * @param waiting How long a request waits for its turn.
     * @param time How long a document may take to arrive, to be screened and to be written, each.
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
                throw new IllegalArgumentException(
                        "winnow.limits." + name + " must be more than nothing, such as " + example);
            }
        }
    }

    /**
     * Where screenings and decisions are recorded.
     *
     * @param place A file of SQLite, or a JDBC URL of SQLite or PostgreSQL.
     * @param readOnly Whether records are only read.
     */
    public record Records(
            @Nullable String place, @DefaultValue("false") boolean readOnly) {}
}
