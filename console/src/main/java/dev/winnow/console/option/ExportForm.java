package dev.winnow.console.option;

import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.model.source.Message;
import dev.winnow.tables.internal.write.Export;
import java.util.List;
import java.util.Set;

/** Chooses the form in which entries are written to a file. */
public final class ExportForm {

    private ExportForm() {}

    /** Returns the form that a file name selects; refuses a form that is not allowed. */
    public static Export of(String file, Set<Export> allowed) {
        Export form = Export.of(file);
        if (form == null || !allowed.contains(form)) {
            List<String> endings =
                    allowed.stream().flatMap(one -> one.endings().stream()).toList();
            throw new Refusal(
                    Exit.USAGE,
                    Message.of("the ending of `%s` selects no format", file).with(Format.advice(file, endings)));
        }
        return form;
    }
}
