package com.example;

import dev.winnow.console.input.Candidates;
import dev.winnow.console.input.ScreeningInput;
import dev.winnow.console.option.ChoiceFormat;
import dev.winnow.console.option.Format;
import dev.winnow.console.option.Forms;
import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Verdict;
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

/** {@code winnow tally}: counts the verdicts of each city, as text, JSON, CSV, workbook or page. */
@Command(name = "tally", description = "Count the verdicts of each city.", mixinStandardHelpOptions = true)
final class TallyCommand implements Callable<Integer> {

    /** The JSON of the command. */
    record Verdicts(int schema, List<Line> cities) {}

    record Line(String city, int recommend, int hold, int decline) {}

    private final Terminal terminal;
    private final Packs packs;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final ChoiceFormat format = new ChoiceFormat();

    @Mixin
    private final PrintOptions print = new PrintOptions();

    TallyCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.packs = packs;
    }

    @Override
    public Integer call() {
        Format chosen = format.chosen(print, terminal);
        Notices notices = print.notices(terminal);
        try (Shipped shipped = new Shipped()) {
            List<Assessment> assessments = new ScreeningInput(input, packs, shipped, notices)
                    .screened(List.of(), Candidates::all)
                    .result()
                    .asked()
                    .assessments();
            List<Line> lines = assessments.stream()
                    .map(Assessment::city)
                    .distinct()
                    .sorted()
                    .map(city -> new Line(
                            city,
                            count(assessments, city, Verdict.RECOMMEND),
                            count(assessments, city, Verdict.HOLD),
                            count(assessments, city, Verdict.DECLINE)))
                    .toList();
            Forms forms = new Forms()
                    .document(() -> document(lines, terminal.wording()), print, terminal)
                    .with(Format.JSON, out -> Contract.write(new Verdicts(Contract.SCHEMA, lines), out));
            print.write(terminal, forms.as(chosen));
        }
        return notices.finish(Message.of("entries with problems were left out"));
    }

    private static int count(List<Assessment> assessments, String city, Verdict verdict) {
        return (int) assessments.stream()
                .filter(one -> one.city().equals(city) && one.verdict() == verdict)
                .count();
    }

    private static Document document(List<Line> lines, Wording wording) {
        Table table = new TableBuilder<>(wording, "tally", lines)
                .text("city", 20, Line::city)
                .count("recommend", Line::recommend)
                .count("hold", Line::hold)
                .count("decline", Line::decline)
                .build();
        String title = wording.say("sheet.tally");
        List<Section> sections = List.of(new Section("tally", "", table));
        return new Document(
                title, title, List.of(), sections, List.of(), Document.Provenance.NONE, List.of(table), null);
    }
}
