package dev.winnow.cli.rules;

import dev.winnow.cli.option.PrintOptions;
import dev.winnow.cli.terminal.Exit;
import dev.winnow.cli.terminal.Refusal;
import dev.winnow.model.source.Message;
import dev.winnow.report.layout.CleanText;
import dev.winnow.workbench.edit.Draft;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Path;

/** Writes drafts into a pack's folder. */
final class Workbench {

    private Workbench() {}

    /** Writes all files of a draft or none. */
    static void write(Draft draft) {
        for (Draft.Change change : draft.changes()) {
            if (change.path().getFileSystem() != FileSystems.getDefault()) {
                throw new Refusal(
                        Exit.COULD_NOT_RUN,
                        Message.of("this pack is part of the program and cannot be changed")
                                .with(Message.of("copy its folder from the source")));
            }
        }
        try {
            draft.write();
        } catch (AccessDeniedException e) {
            throw new Refusal(
                    Exit.COULD_NOT_RUN, Message.of("`%s` may not be written", CleanText.of(Path.of(e.getFile()))));
        } catch (IOException e) {
            throw new Refusal(Exit.COULD_NOT_RUN, Message.of("nothing was written: %s", PrintOptions.reason(e)));
        }
    }
}
