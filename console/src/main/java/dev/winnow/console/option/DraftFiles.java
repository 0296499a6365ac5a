package dev.winnow.console.option;

import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.model.source.Message;
import dev.winnow.report.internal.layout.CleanText;
import dev.winnow.workbench.internal.edit.Draft;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Path;

/** Writes the files of a drafted change of a pack. */
public final class DraftFiles {

    private DraftFiles() {}

    /** Writes all files of a draft, or none. */
    public static void write(Draft draft) {
        for (Draft.Change change : draft.changes()) {
            if (change.path().getFileSystem() != FileSystems.getDefault()) {
                throw new Refusal(
                        Exit.COULD_NOT_RUN,
                        Message.of("this pack is part of the program and cannot be edited")
                                .with(Message.of("copy its folder from the source")));
            }
        }
        try {
            draft.write();
        } catch (AccessDeniedException e) {
            throw new Refusal(
                    Exit.COULD_NOT_RUN, Message.of("no permission to write `%s`", CleanText.of(Path.of(e.getFile()))));
        } catch (IOException e) {
            throw new Refusal(Exit.COULD_NOT_RUN, Message.of("nothing was written: %s", PrintOptions.reason(e)));
        }
    }
}
