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
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

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
            throw new Refusal(
                    Exit.COULD_NOT_RUN,
                    Message.of("a feature cannot be loaded: %s; install one for this version", e.getMessage()));
        }
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
