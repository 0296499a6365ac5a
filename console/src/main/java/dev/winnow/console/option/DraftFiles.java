package dev.winnow.console.option;

import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.model.source.Message;
import dev.winnow.report.internal.layout.CleanText;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;

/** Writes the files of a drafted change of a pack. */
public final class DraftFiles {

    private DraftFiles() {}

    /** Writes the files of a draft. */
    public interface Writing {
        void write() throws IOException;
    }

    /**
     * Writes all files of a draft, or none.
     *
     * @param files the files
     */
    public static void write(List<Path> files, Writing draft) {
        for (Path file : files) {
            if (file.getFileSystem() != FileSystems.getDefault()) {
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
