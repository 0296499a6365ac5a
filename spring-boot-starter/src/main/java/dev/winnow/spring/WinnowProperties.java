package dev.winnow.spring;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code winnow.*}.
 *
 * @param pack The rule pack: a folder, or a place on the class path such as classpath:dev/winnow/rules/semiconductor.
 * @param universe What is known of cities and projects: files and folders, or places on the class path such as
 *     classpath:dev/winnow/seeds/semiconductor.
 * @param factsOf Further packs, as winnow.pack names one, whose facts universe and requests may state, too.
 * @param reload When the pack is read anew.
 */
@ConfigurationProperties("winnow")
public record WinnowProperties(
        String pack,
        @DefaultValue List<String> universe,
        @DefaultValue List<String> factsOf,
        @DefaultValue Reload reload) {

    public WinnowProperties {
        universe = List.copyOf(universe);
        factsOf = List.copyOf(factsOf);
        if (universe.stream().map(WinnowProperties::isOnClassPath).distinct().count() > 1) {
            throw new IllegalArgumentException(
                    "winnow.universe must name files and folders, or places on the class path," + " not both: "
                            + universe);
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
}
