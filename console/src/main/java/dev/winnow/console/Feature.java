package dev.winnow.console;

import dev.winnow.report.json.OutputSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of winnow beyond screening, with the commands, output formats and kinds of files that it adds. A provider is
 * named in {@code META-INF/services/dev.winnow.console.Feature} of its jar. It has a public constructor without
 * parameters, which does no work: features are created only if the command line does not name a core command.
 */
public interface Feature {

    /** Returns its unique name, a single word such as {@code past}; help lists features in the order of names. */
    String id();

    /** Returns its commands in the order of the help. */
    List<CommandEntry> commands();

    /** Returns the JSON that its commands print. */
    default List<OutputSchema> outputs() {
        return List.of();
    }

    /** Returns the kinds of files that its commands read. */
    default List<FileKind> files() {
        return List.of();
    }

    /** Returns its additions to a run of {@code winnow serve}, a new object for each run; null if it has none. */
    default @Nullable Views views() {
        return null;
    }

    /** Tests whether its libraries work on this machine, for {@code winnow doctor}. */
    default List<Check> checks() {
        return List.of();
    }
}
