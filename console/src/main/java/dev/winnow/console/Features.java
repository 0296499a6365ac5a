package dev.winnow.console;

import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.model.source.Message;
import dev.winnow.report.json.OutputSchema;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The features on the class path. */
public final class Features {

    private Features() {}

    /**
     * Returns all features by name.
     *
     * @throws Refusal if one of them does not fit this version
     */
    public static List<Feature> all() {
        try {
            return StreamSupport.stream(ServiceLoader.load(Feature.class).spliterator(), false)
                    .sorted(Comparator.comparing(Feature::id))
                    .toList();
        } catch (ServiceConfigurationError e) {
            throw refused(e);
        }
    }

    /**
     * Returns the first result of a search in features, in the order of the class path; null if there is none. Features
     * behind it are not created, and their jars not opened.
     *
     * @throws Refusal if one of them does not fit this version
     */
    static <T> @Nullable T first(Function<Feature, @Nullable T> search) {
        try {
            for (Feature feature : ServiceLoader.load(Feature.class)) {
                T found = search.apply(feature);
                if (found != null) {
                    return found;
                }
            }
            return null;
        } catch (ServiceConfigurationError e) {
            throw refused(e);
        }
    }

    private static Refusal refused(ServiceConfigurationError e) {
        return new Refusal(
                Exit.COULD_NOT_RUN,
                Message.of("a feature cannot be loaded: %s; install one for this version", e.getMessage()));
    }

    /** Returns the JSON that the commands of all features print. */
    public static Stream<OutputSchema> outputs() {
        return all().stream().flatMap(feature -> feature.outputs().stream());
    }

    /** Returns the additions of all features to a run of {@code winnow serve}. */
    public static List<Views> views() {
        return all().stream().map(Feature::views).filter(Objects::nonNull).toList();
    }

    /** Returns the kinds of files that the commands of all features read. */
    public static Stream<FileKind> files() {
        return all().stream().flatMap(feature -> feature.files().stream());
    }
}
