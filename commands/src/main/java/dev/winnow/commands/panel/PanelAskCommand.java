package dev.winnow.commands.panel;

import dev.winnow.console.option.Format;
import dev.winnow.console.option.Forms;
import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.NewFile;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.model.internal.panel.Assessor;
import dev.winnow.model.source.Message;
import dev.winnow.report.html.JudgementForm;
import dev.winnow.report.internal.contents.BlindQuestions;
import dev.winnow.report.internal.markdown.JudgementMarkdown;
import dev.winnow.report.internal.xlsx.JudgementSheets;
import dev.winnow.tables.internal.answers.BlindForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow panel ask}: writes blind forms for the assessors of a panel. */
@Command(
        name = "ask",
        description = "Write a blind form in which an assessor judges facts of projects and cities: with the described "
                + "levels of each scale, but without rules, weights, scores and judgements of others. `winnow panel "
                + "read` reads it back.",
        footer = {
            "winnow panel ask --panel panel.yaml -r battery-review -u illustrative --assessor a1 -o a1.xlsx",
            "winnow panel ask --panel panel.yaml -r battery-review -u illustrative --all forms"
        },
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        sortOptions = false)
public final class PanelAskCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Packs packs;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Option(names = "--assessor", paramLabel = "ID", description = "The assessor who is asked, by id.")
    private @Nullable String assessor;

    @Option(
            names = "--all",
            paramLabel = "FOLDER",
            description = "Write the forms of all assessors to this folder, in the format of -f; default: xlsx.")
    private @Nullable String folder;

    @Option(
            names = "--round",
            paramLabel = "N",
            description = "The round that is asked for. Default: the first without judgements.")
    private @Nullable Integer round;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            completionCandidates = Formats.class,
            description = "xlsx or html to fill in; markdown to answer in place. Default: by the ending of -o FILE, "
                    + "otherwise markdown.")
    private @Nullable String format;

    @Mixin
    private final PrintOptions print = PrintOptions.ofData();

    public PanelAskCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.packs = packs;
    }

    @Override
    public Integer call() {
        if ((assessor == null) == (folder == null)) {
            throw new Refusal(Exit.USAGE, Message.of("give either `%s` or `%s`", "--assessor ID", "--all FOLDER"));
        }
        Format chosen = folder != null && format == null
                ? Format.XLSX
                : print.checked(terminal, Format.chosen(format, print.file(), Formats.ALL));
        Notices notices = print.notices(terminal);
        try (Shipped shipped = new Shipped()) {
            GivenPanel given = GivenPanel.read(input, packs, shipped, notices);
            if (assessor != null) {
                BlindForm form = form(given, given.assessor(assessor));
                if (form.subjects().isEmpty()) {
                    throw new Refusal(
                            Exit.PROBLEMS,
                            Message.of(
                                    "the assessor `%s` has nothing to judge",
                                    form.assessor().id()));
                }
                print.write(terminal, results(form, given, chosen));
            } else if (folder != null) {
                write(given, Shipped.path(folder), chosen);
            }
        }
        return notices.finish(Message.of("entries with problems were left out"));
    }

    private BlindForm form(GivenPanel given, Assessor asked) {
        return BlindForm.of(
                given.panel(), given.round(round).number(), asked, given.given().scope());
    }

    private PrintOptions.Results results(BlindForm form, GivenPanel given, Format chosen) {
        BlindQuestions questions = BlindQuestions.of(form, given.given().stated(), terminal.wording());
        return new Forms()
                .text(Format.MARKDOWN, () -> JudgementMarkdown.of(questions))
                .with(Format.XLSX, out -> JudgementSheets.write(questions, out))
                .with(Format.HTML, out -> JudgementForm.write(questions, out))
                .as(chosen);
    }

    /** Writes the forms of all assessors who have something to judge, and prints the names of the files. */
    private void write(GivenPanel given, Path target, Format chosen) {
        Map<String, PrintOptions.Results> files = new LinkedHashMap<>();
        for (Assessor one : given.panel().assessors()) {
            BlindForm form = form(given, one);
            if (!form.subjects().isEmpty()) {
                String file = target.resolve(form.fileName() + chosen.ending()).toString();
                NewFile.check(file, print.force());
                files.put(file, results(form, given, chosen));
            }
        }
        try {
            Files.createDirectories(target);
        } catch (IOException e) {
            throw new Refusal(Exit.COULD_NOT_RUN, Message.of("cannot write `%s`: %s", target, PrintOptions.reason(e)));
        }
        files.forEach(PrintOptions::writeTo);
        String names = String.join("\n", files.keySet()).replace('\\', '/') + "\n";
        PrintOptions.print(terminal, out -> out.write(names.getBytes(StandardCharsets.UTF_8)));
    }

    /** Values for shell completion. */
    static final class Formats implements Iterable<String> {

        private static final List<Format> ALL = List.of(Format.MARKDOWN, Format.XLSX, Format.HTML);

        @Override
        public Iterator<String> iterator() {
            return ALL.stream().map(Format::word).iterator();
        }
    }
}
