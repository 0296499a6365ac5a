package dev.winnow.console;

import dev.winnow.console.input.Candidates;
import dev.winnow.console.input.ScreeningInput;
import dev.winnow.console.option.Format;
import dev.winnow.console.option.FormatOption;
import dev.winnow.console.option.Forms;
import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.source.Message;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.TableBuilder;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.document.Table;
import dev.winnow.report.json.Contract;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * A command that screens and prints a list derived from the screening in every form. A line of the list is a record; its
 * components are the keys of JSON and the columns of all other forms. The texts {@code sheet.NAME}, for the title, and
 * {@code sheet.column.COMPONENT} are those of the feature.
 *
 * @param <L> the record of a line
 */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
public abstract class ListCommand<L extends Record> implements Callable<Integer> {

    private final Terminal terminal;
    private final Packs packs;
    private final String name;
    private final Class<L> line;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final FormatOption format = FormatOption.ofTables();

    @Mixin
    private final PrintOptions print = new PrintOptions();

    /**
     * Creates the command.
     *
     * @param name the name of the list in the keys of its texts
     */
    protected ListCommand(Terminal terminal, Packs packs, String name, Class<L> line) {
        this.terminal = terminal;
        this.packs = packs;
        this.name = name;
        this.line = line;
    }

    /** Returns the lines for a screening. */
    protected abstract List<L> lines(ScreeningResult result);

    /** Returns the document of {@code -f json}. */
    protected abstract Record json(List<L> lines);

    @Override
    public final Integer call() {
        Format chosen = format.chosen(print, terminal);
        Notices notices = print.notices(terminal);
        try (Shipped shipped = new Shipped()) {
            List<L> lines = lines(new ScreeningInput(input, packs, shipped, notices)
                    .screened(List.of(), Candidates::all)
                    .result());
            Forms forms = new Forms()
                    .document(() -> document(lines, terminal.wording()), print, terminal)
                    .with(Format.JSON, out -> Contract.write(json(lines), out));
            print.write(terminal, forms.as(chosen));
        }
        return notices.finish(Message.of("entries with problems were left out"));
    }

    private Document document(List<L> lines, Wording wording) {
        Table table = TableBuilder.ofRecords(wording, name, line, lines).build();
        String title = wording.say("sheet." + name);
        List<Section> sections = List.of(new Section(name, "", table));
        return new Document(
                title, title, List.of(), sections, List.of(), Document.Provenance.NONE, List.of(table), null);
    }
}
