package dev.winnow.workbench.internal.edit;

import dev.winnow.engine.RulePack;
import dev.winnow.language.PackException;
import dev.winnow.language.internal.check.CheckedPack;
import dev.winnow.language.internal.check.PackReader;
import dev.winnow.language.internal.pack.PackFiles;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.workbench.internal.edit.Draft.Change;
import dev.winnow.workbench.internal.edit.YamlList.Item;
import dev.winnow.workbench.internal.testing.CaseRunner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Text added to the files of a pack, kept in memory until the pack with the additions has been read and checked. */
public final class Additions {

    private final PackFiles files;
    /** New content of each file by name, with plain line feeds. */
    private final Map<String, String> texts = new LinkedHashMap<>();

    private final Map<String, StringBuilder> added = new LinkedHashMap<>();
    private final Map<String, String> lists = new LinkedHashMap<>();
    private @Nullable Message obstacle;

    public Additions(PackFiles files) {
        this.files = files;
    }

    /** Appends text to a file, after an empty line. */
    public void text(String name, String header, String text) {
        note(name, text);
        String before = current(name);
        if (before == null && obstacle == null) {
            texts.put(name, header + text);
        } else if (before != null) {
            texts.put(name, before + (before.endsWith("\n") ? "" : "\n") + (before.isBlank() ? "" : "\n") + text);
        }
    }

    /** Adds an item to a list. */
    public void item(String name, String header, String key, Item item) {
        note(name, String.join("\n", item.block()) + "\n");
        lists.put(name, key);
        String before = current(name);
        if (before == null && obstacle != null) {
            return;
        }
        String after = YamlList.with(before == null ? header : before, key, item);
        if (after == null) {
            obstacle =
                    obstacle != null ? obstacle : Message.of("%s has no list `%s` to add to", files.place(name), key);
        } else {
            texts.put(name, after);
        }
    }

    /**
     * Adds a key with its value at the end of a map in a YAML file.
     *
     * @param key the key of the map, at the left margin
     * @param block the new key with its value, indented by two spaces
     */
    public void entry(String name, String header, String key, String block) {
        note(name, block);
        String before = current(name);
        if (before == null) {
            if (obstacle == null) {
                texts.put(name, header + key + ":\n" + block);
            }
            return;
        }
        List<String> lines = new ArrayList<>(before.lines().toList());
        int at = lines.indexOf(key + ":");
        if (at < 0) {
            if (lines.stream().anyMatch(line -> line.startsWith(key + ":"))) {
                obstacle = obstacle != null
                        ? obstacle
                        : Message.of("%s has no block under `%s` to add to", files.place(name), key);
                return;
            }
            texts.put(name, before + (before.endsWith("\n") || before.isEmpty() ? "" : "\n") + key + ":\n" + block);
            return;
        }
        int end = at + 1;
        int last = at + 1;
        while (end < lines.size() && (lines.get(end).isBlank() || lines.get(end).startsWith(" "))) {
            end++;
            last = lines.get(end - 1).isBlank() ? last : end;
        }
        lines.addAll(last, block.lines().toList());
        texts.put(name, String.join("\n", lines) + "\n");
    }

    private void note(String name, String text) {
        added.computeIfAbsent(name, any -> new StringBuilder()).append(text);
    }

    /** Returns the text so far; null if the file does not exist, or cannot be extended, which becomes the obstacle. */
    private @Nullable String current(String name) {
        String text = texts.get(name);
        String raw = text != null ? null : files.raw(name);
        if (raw == null) {
            if (text == null && !files.lacks(name)) {
                obstacle = Message.of("%s cannot be read as text", files.place(name));
            }
            return text;
        }
        String plain = LineEnds.plain(raw);
        if (!LineEnds.like(plain, raw).equals(raw)) {
            obstacle = Message.of("%s has mixed line ends", files.place(name));
            return null;
        }
        return plain;
    }

    /**
     * Returns the draft after checking that it adds no problems to the pack and that the cases of the new rules pass.
     *
     * @param rules the new rules
     * @param before the problems that the pack already has
     */
    public Draft tried(Set<String> rules, List<Problem> before) {
        if (obstacle == null) {
            obstacle = trial(rules, before);
        }
        List<Change> changes = new ArrayList<>();
        added.forEach((name, text) -> {
            String raw = files.raw(name);
            String after = obstacle != null ? "" : LineEnds.like(texts.getOrDefault(name, ""), raw);
            changes.add(new Change(files.path(name), raw, after, text.toString(), lists.get(name)));
        });
        return new Draft(changes, List.of(), null, obstacle);
    }

    private @Nullable Message trial(Set<String> rules, List<Problem> before) {
        Map<String, String> contents = new LinkedHashMap<>();
        texts.forEach((name, text) -> contents.put(name, LineEnds.like(text, files.raw(name))));
        try {
            CheckedPack pack =
                    PackReader.read(files.with(contents), new ArrayList<>()).only(rules::contains);
            return CaseRunner.run(RulePack.of(pack)).stream()
                    .filter(result -> !result.passed())
                    .map(result -> Message.of(
                            "%s has a `%s` that affects the new cases",
                            result.place().file(), "background"))
                    .findFirst()
                    .orElse(null);
        } catch (PackException worse) {
            List<String> known =
                    new ArrayList<>(before.stream().map(Additions::text).toList());
            return worse.problems().stream()
                    .filter(problem -> !known.remove(text(problem)))
                    .map(problem -> Message.of(
                            "%s cannot be extended: %s", problem.place().file(), problem.what()))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Returns the text of a problem without its line number, which an addition may change. */
    private static String text(Problem problem) {
        return problem.place().file() + ": " + problem.what();
    }
}
