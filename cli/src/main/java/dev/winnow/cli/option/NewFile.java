package dev.winnow.cli.option;

import dev.winnow.cli.terminal.Exit;
import dev.winnow.cli.terminal.Refusal;
import dev.winnow.model.source.Message;
import dev.winnow.report.layout.Columns;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that may hold somebody's work, and so is not written over unless that is asked for. */
public final class NewFile {

    private NewFile() {}

    /**
     * Refuses a file that is there.
     *
     * @param file the file; null for standard output
     * @param force whether it may be written over
     */
    public static void check(@Nullable String file, boolean force) {
        Path path = file == null ? null : Shipped.path(file);
        if (path != null && !force && Files.isRegularFile(path)) {
            throw new Refusal(
                    Exit.USAGE,
                    Message.of("`%s` is there already", Columns.clean(String.valueOf(file)))
                            .with(Message.of("`%s` writes over it", "--force")));
        }
    }
}
