package dev.winnow.workbench.internal.edit;

import dev.winnow.language.PackException;
import dev.winnow.language.internal.check.Law;
import dev.winnow.language.internal.format.RuleLayout;
import dev.winnow.language.internal.pack.PackFiles;
import dev.winnow.language.internal.pack.PackHead;
import dev.winnow.language.internal.pack.RuleFiles;
import dev.winnow.language.internal.pack.TextGuard;
import dev.winnow.language.internal.syntax.RuleFile;
import dev.winnow.language.internal.syntax.RuleParser;
import dev.winnow.language.internal.syntax.RuleParser.Rules;
import dev.winnow.language.internal.syntax.TreeEquality;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.workbench.internal.edit.Draft.Change;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Formats the rule files of a pack. Tokens, comments and the meaning of rules stay the same; YAML files are not
 * changed.
 */
public final class RuleFormat {

    private static final String ENDING = ".drl";

    private final PackFiles files;
    private final PackHead head;
    private final Set<String> scored;

    private RuleFormat(PackFiles files) {
        this.files = files;
        List<Problem> elsewhere = new ArrayList<>();
        this.head = PackHead.read(files, elsewhere);
        this.scored = RuleFiles.of(files, head.outline(), elsewhere).scored();
    }

    /**
     * {@return the changes that formatting would make in a pack's folder} An invalid file stays as it is, and its
     * problems are reported. All line ends become like the first of the file; a byte order mark is removed.
     *
     * @param folder the pack's folder
     * @throws PackException if the folder does not exist
     */
    public static Draft of(Path folder) {
        List<Problem> opening = new ArrayList<>();
        PackFiles files = PackFiles.read(folder, opening);
        RuleFormat format = new RuleFormat(files);
        List<Problem> problems = new ArrayList<>(opening.stream()
                .filter(problem -> problem.place().file().endsWith(ENDING))
                .toList());
        List<Change> changes = new ArrayList<>();
        for (String criterion : RuleFiles.names(files)) {
            Change change = format.change(criterion, problems);
            if (change != null) {
                changes.add(change);
            }
        }
        return new Draft(changes, problems.stream().sorted().distinct().toList(), null, null);
    }

    /**
     * {@return the formatted text of a rule file; null if it is invalid or formatted already}
     *
     * @param files the files of its pack
     * @param criterion the name of the rule file, without its ending
     */
    public static @Nullable String formatted(PackFiles files, String criterion) {
        Change change = new RuleFormat(files).change(criterion, new ArrayList<>());
        return change == null ? null : change.after();
    }

    private @Nullable Change change(String criterion, List<Problem> problems) {
        String name = criterion + ENDING;
        String before = files.raw(name);
        String text = files.rules(name, problems);
        if (text == null || before == null) {
            return null;
        }
        List<Problem> own = new ArrayList<>();
        Rules rules = read(name, criterion, text, own);
        if (!own.isEmpty()) {
            problems.addAll(own);
            return null;
        }
        String laidOut = RuleLayout.of(new RuleFile(name, criterion, text, own));
        if (!means(name, criterion, laidOut, rules)) {
            problems.add(new Problem(
                    files.place(name),
                    Message.of("the file cannot be formatted without changing its meaning"),
                    0,
                    Message.of("the file stays as it is; please report this")));
            return null;
        }
        String after = LineEnds.with(laidOut, before);
        return before.equals(after) ? null : new Change(files.path(name), before, after, "", null);
    }

    private Rules read(String name, String criterion, String text, List<Problem> own) {
        RuleFile file = new RuleFile(files.place(name).file(), criterion, text, own);
        Rules rules = RuleParser.parse(file, head.outline().packageOf(criterion));
        rules.rules().forEach(rule -> Law.check(file, rule, head.types(), head.limits(), scored));
        return rules;
    }

    /** Whether a text is valid and contains the same rules. */
    private boolean means(String name, String criterion, String text, Rules rules) {
        List<Problem> own = new ArrayList<>();
        String guarded = TextGuard.check(name, text, own);
        return guarded != null
                && TreeEquality.same(read(name, criterion, guarded, own).rules(), rules.rules())
                && own.isEmpty();
    }
}
