package dev.winnow.workbench.internal.assist;

import dev.winnow.engine.RulePack;
import dev.winnow.language.PackException;
import dev.winnow.language.internal.check.PackReader;
import dev.winnow.language.internal.pack.Check;
import dev.winnow.language.internal.pack.PackFiles;
import dev.winnow.language.internal.pack.PackHead;
import dev.winnow.language.internal.pack.RuleFiles;
import dev.winnow.language.internal.syntax.Drl;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.workbench.internal.assist.Diagnostic.Severity;
import dev.winnow.workbench.internal.assist.Occurrence.Kind;
import dev.winnow.workbench.internal.edit.RuleFormat;
import dev.winnow.workbench.internal.lint.Lint;
import dev.winnow.workbench.internal.lint.Remark;
import dev.winnow.workbench.internal.testing.CaseRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule pack as it is being edited: the files of a folder, some replaced by unsaved texts. Files are named relative to
 * the folder, such as {@code cases/demand.yaml}; positions count from 0, in UTF-16 units. Unknown files and positions
 * give empty results. Not thread-safe.
 */
public final class PackAssist {

    /** The ending of the names of rule files. */
    static final String RULES = ".drl";

    private final PackFiles files;
    private final List<Problem> opening;
    private final PackHead head;
    private @Nullable List<Occurrence> occurrences;

    private PackAssist(PackFiles files, List<Problem> opening) {
        this.files = files;
        this.opening = opening;
        this.head = PackHead.read(files, new ArrayList<>());
    }

    /**
     * Reads a pack.
     *
     * @param folder the pack's folder
     * @param unsaved the texts that replace files, by name; names that do not belong in a pack are ignored
     * @return the pack
     * @throws PackException if there is no such folder
     */
    public static PackAssist read(Path folder, Map<String, String> unsaved) {
        List<Problem> opening = new ArrayList<>();
        return new PackAssist(PackFiles.read(folder, unsaved, opening), opening);
    }

    /**
     * Returns a pack that was read.
     *
     * @param files its files
     * @param opening the problems found while they were opened
     */
    public static PackAssist of(PackFiles files, List<Problem> opening) {
        return new PackAssist(files, List.copyOf(opening));
    }

    /** {@return the problems and remarks that `winnow rules check` reports, the problems first, by place} */
    public List<Diagnostic> diagnostics() {
        List<Diagnostic> diagnostics = new ArrayList<>();
        try {
            RulePack draft = RulePack.of(PackReader.draft(files, new ArrayList<>(opening)));
            CaseRunner.problems(draft).forEach(problem -> diagnostics.add(of(problem, Severity.ERROR, null)));
            for (Remark remark : Lint.remarks(draft)) {
                diagnostics.add(of(remark));
            }
        } catch (PackException e) {
            e.problems().forEach(problem -> diagnostics.add(of(problem, Severity.ERROR, null)));
        }
        return diagnostics;
    }

    private Diagnostic of(Remark remark) {
        Check check = remark.check();
        if (check == Check.LACKS_CASE) {
            return of(remark.problem(), Severity.ERROR, check.code());
        }
        Severity severity = check.level() == Check.Level.WARNING ? Severity.WARNING : Severity.NOTE;
        return of(remark.problem(), severity, check.code());
    }

    private Diagnostic of(Problem problem, Severity severity, @Nullable String code) {
        return Diagnostic.of(problem, files.place("").file(), severity, code);
    }

    /**
     * {@return the words that can be written at a position}
     *
     * @param file the file
     * @param line the line
     * @param character the character that the cursor is before
     */
    public List<Completion> completions(String file, int line, int character) {
        Cursor at = Cursor.of(files.raw(file), line, character);
        if (at == null) {
            return List.of();
        }
        List<String> rules = occurrences().stream()
                .filter(one -> one.kind() == Kind.RULE && one.definition())
                .map(Occurrence::name)
                .distinct()
                .toList();
        RuleFiles known = RuleFiles.of(files, head.outline(), new ArrayList<>());
        return new Completions(head, rules, known).of(file, at);
    }

    /**
     * {@return the meaning of the word at a position, a line each; empty if it has none}
     *
     * @param file the file
     * @param line the line
     * @param character the character
     */
    public List<Message> hover(String file, int line, int character) {
        Occurrence here = at(file, line, character);
        Explanations explanations = new Explanations(files, head, occurrences());
        return here != null
                ? explanations.of(here)
                : file.endsWith(RULES)
                        ? explanations.verb(file, line, character)
                        : explanations.key(file, line, character);
    }

    /**
     * {@return the places that define the thing named at a position; empty for one of the core}
     *
     * @param file the file
     * @param line the line
     * @param character the character
     */
    public List<Location> definition(String file, int line, int character) {
        return places(at(file, line, character), true);
    }

    /**
     * {@return all places that name the same thing as a position, its definition included}
     *
     * @param file the file
     * @param line the line
     * @param character the character
     */
    public List<Location> references(String file, int line, int character) {
        return places(at(file, line, character), false);
    }

    private List<Location> places(@Nullable Occurrence named, boolean definitions) {
        return named == null
                ? List.of()
                : occurrences().stream()
                        .filter(one -> one.isOf(named) && (one.definition() || !definitions))
                        .map(Occurrence::at)
                        .distinct()
                        .toList();
    }

    /**
     * {@return the place of the name at a position if it can be renamed: a limit, a rule, or a fact that vocabulary.yaml
     * declares; else null}
     *
     * @param file the file
     * @param line the line
     * @param character the character
     */
    public @Nullable Location renamable(String file, int line, int character) {
        Occurrence here = at(file, line, character);
        return here == null || keeping(here) != null ? null : here.at();
    }

    /**
     * {@return the reason for which a fact keeps its name: it is of the core; null for a fact that can be renamed}
     *
     * @param fact its type and name: {@code Project.owner}
     */
    public @Nullable Message keeping(String fact) {
        return keeping(fact(fact));
    }

    /** Returns the reason for which the name of a thing cannot be changed; null if there is none. */
    private @Nullable Message keeping(Occurrence named) {
        if (named.kind() == Kind.TYPE) {
            return Message.of("only limits, rules and facts of `%s` can be renamed", Vocabulary.FILE);
        }
        boolean core = named.kind() == Kind.FACT && places(named, true).isEmpty();
        return core
                ? Message.of(
                        "`%s` is a fact of the core, which all packs share; only facts of `%s` can be renamed",
                        named.written(), Vocabulary.FILE)
                : null;
    }

    /**
     * Renames a limit or a rule. It is refused if the pack would then have other problems or remarks than before, so that
     * no name is left behind.
     *
     * @param file the file
     * @param line the line
     * @param character the character
     * @param name the new name
     * @return the places to change
     */
    public Renaming rename(String file, int line, int character, String name) {
        Occurrence here = at(file, line, character);
        if (here != null && here.kind() == Kind.FACT && keeping(here) == null) {
            return Renaming.refused(Message.of(
                    "universes state `%s` too; rename it in an editor with the language server, which changes both",
                    here.written()));
        }
        return rename(file, line, character, name, List.of());
    }

    /**
     * Renames a limit, a rule, or a fact that vocabulary.yaml declares. It is refused if the pack or a universe would
     * then have other problems than before, so that no name is left behind.
     *
     * @param file the file
     * @param line the line
     * @param character the character
     * @param name the new name
     * @param universes the universes in which a fact is renamed too, read with the facts of this pack
     * @return the places to change
     */
    public Renaming rename(String file, int line, int character, String name, List<UniverseAssist> universes) {
        Occurrence here = at(file, line, character);
        return here == null
                ? Renaming.refused(Message.of("only limits, rules and facts of `%s` can be renamed", Vocabulary.FILE))
                : rename(here, name, universes);
    }

    /**
     * Renames a fact that vocabulary.yaml declares, as {@link #rename(String, int, int, String, List)} does.
     *
     * @param fact its type and name: {@code Project.yieldRate}
     * @param name the new name
     * @param universes the universes in which it is renamed too
     * @return the places to change
     */
    public Renaming renameFact(String fact, String name, List<UniverseAssist> universes) {
        return rename(fact(fact), name, universes);
    }

    private static Occurrence fact(String name) {
        return new Occurrence(Kind.FACT, name, new Location("", new Span(0, 0, 0)), false);
    }

    private Renaming rename(Occurrence named, String name, List<UniverseAssist> universes) {
        Message keeping = keeping(named);
        if (keeping != null) {
            return Renaming.refused(keeping);
        }
        if (named.kind() != Kind.FACT && !Drl.isKebab(name)) {
            return Renaming.refused(Message.of(
                    "`%s` is not kebab-case; write small letters, digits and single `%s` between words", name, "-"));
        }
        if (occurrences().stream().anyMatch(one -> one.isOf(named.renamed(name)))) {
            return Renaming.refused(Message.of("the pack already has `%s`", name));
        }
        List<Diagnostic> before = diagnostics();
        if (before.stream().anyMatch(one -> one.severity() == Severity.ERROR && one.code() == null)) {
            return Renaming.refused(Message.of("the pack has problems; correct them before you rename"));
        }
        List<Location> places = places(named, false);
        Rename rename = new Rename(named.written(), name);
        Map<String, String> changed = rename.applied(places, files::raw);
        if (changed == null) {
            return Renaming.refused(Message.of("`%s` is written in a form that cannot be renamed", named.written()));
        }
        PackAssist after = new PackAssist(files.with(changed), opening);
        Message obstacle = rename.obstacle(Message.of("the pack"), before, after.diagnostics());
        List<List<Location>> stated = new ArrayList<>();
        for (UniverseAssist universe : named.kind() == Kind.FACT ? universes : List.<UniverseAssist>of()) {
            obstacle = obstacle != null ? obstacle : universe.obstacle(named.name(), rename, after.vocabulary());
            stated.add(universe.references(named.name()));
        }
        return obstacle == null ? new Renaming(places, stated, null) : Renaming.refused(obstacle);
    }

    /**
     * {@return the type and name of the fact named at a position, such as {@code Project.yieldRate}; null if there is none}
     *
     * @param file the file
     * @param line the line
     * @param character the character
     */
    public @Nullable String fact(String file, int line, int character) {
        Occurrence here = at(file, line, character);
        return here == null || here.kind() != Kind.FACT ? null : here.name();
    }

    /** {@return the facts that universes of this pack may state} */
    public Vocabulary vocabulary() {
        return head.types().vocabulary();
    }

    /**
     * {@return the meaning of a fact, a line each; empty if there is no such fact}
     *
     * @param name its type and name: {@code Project.yieldRate}
     */
    public List<Message> explain(String name) {
        return new Explanations(files, head, occurrences()).fact(name);
    }

    /**
     * {@return the places that define a fact; empty for one of the core}
     *
     * @param name its type and name: {@code Project.yieldRate}
     */
    public List<Location> definition(String name) {
        return places(fact(name), true);
    }

    /**
     * {@return all places that name a fact}
     *
     * @param name its type and name: {@code Project.yieldRate}
     */
    public List<Location> references(String name) {
        return places(fact(name), false);
    }

    private @Nullable Occurrence at(String file, int line, int character) {
        return occurrences().stream()
                .filter(one -> one.at().file().equals(file) && one.at().span().contains(line, character))
                .findFirst()
                .orElse(null);
    }

    private List<Occurrence> occurrences() {
        List<Occurrence> known = occurrences;
        if (known == null) {
            known = Occurrences.of(files, head.types());
            occurrences = known;
        }
        return known;
    }

    /**
     * {@return the rules of a rule file, the limits of limits.yaml, or the cases of a file of cases, in order}
     *
     * @param file the file
     */
    public List<Symbol> symbols(String file) {
        return Symbols.of(files, head.types(), file);
    }

    /**
     * {@return the text of a rule file as `winnow rules fmt` writes it; null if nothing changes, or the file is invalid}
     *
     * @param file the file
     */
    public @Nullable String format(String file) {
        return file.endsWith(RULES) && files.raw(file) != null
                ? RuleFormat.formatted(files, file.substring(0, file.length() - RULES.length()))
                : null;
    }

    /**
     * {@return the text of a file; null if it is missing or was refused}
     *
     * @param file the file
     */
    public @Nullable String text(String file) {
        return files.raw(file);
    }
}
