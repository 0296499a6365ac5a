package dev.winnow.tables;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.tables.internal.cells.TableProblems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds projects that are listed beside their own phases, so that their cost may be counted twice. */
final class CountedPhases {

    /** Maximum number of project names kept; longer lists are not checked. */
    private static final int MOST = 20_000;

    private static final Pattern PHASE = Pattern.compile(
            "(.{2,}?)\\s*[-—(（]?(?:(?:第?[一二三四五六七八九十\\d]{1,3}|首)期(?:工程|项目)?|phase [\\divx]{1,4})[)）]?",
            Pattern.CASE_INSENSITIVE);

    private final Map<String, Node> names = new TreeMap<>();
    private final Map<String, List<String>> phases = new LinkedHashMap<>();

    /** Records the name of a project that was taken. */
    void see(@Nullable Node name) {
        if (name == null || !name.isScalar() || names.size() >= MOST) {
            return;
        }
        String text = name.text().strip();
        names.put(text, name);
        Matcher phase = PHASE.matcher(text);
        if (phase.matches()) {
            phases.computeIfAbsent(phase.group(1), any -> new ArrayList<>()).add(text);
        }
    }

    /** One note per project that is listed beside its phases. */
    List<Problem> notes() {
        List<Problem> notes = new ArrayList<>();
        phases.forEach((whole, of) -> {
            Node name = names.get(whole);
            if (name != null) {
                notes.add(TableProblems.besidePhases(name.place(), whole, of));
            }
        });
        return notes;
    }
}
