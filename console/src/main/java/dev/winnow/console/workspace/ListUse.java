package dev.winnow.console.workspace;

import dev.winnow.web.internal.journal.KeptWork;
import dev.winnow.web.internal.journal.WorkFiles;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the lists of a work are screened, as its settings say: {@code candidates: only}. */
public enum ListUse {
    /** They are screened, and nothing else is shown. */
    ONLY,
    /** They are screened beside the projects of the universe. */
    BESIDE,
    /** They are not screened. */
    ASIDE;

    private static final Pattern LINE = Pattern.compile("(?m)^candidates:[ \\t]*(\\w*).*(?:\\R|\\z)");

    /** Returns the use of the lists in files of a work. */
    public static ListUse of(WorkFiles files) {
        Matcher line = LINE.matcher(settings(files));
        String word = line.find() ? line.group(1) : "";
        return word.equals("only") ? ONLY : word.equals("beside") ? BESIDE : ASIDE;
    }

    /** Returns files of a work whose settings name this use. */
    public WorkFiles in(WorkFiles files) {
        String line = "candidates: " + word() + "\n";
        String settings = settings(files);
        Matcher known = LINE.matcher(settings);
        String changed = known.find()
                ? known.replaceFirst(line)
                : settings + (settings.isEmpty() || settings.endsWith("\n") ? "" : "\n") + line;
        return files.with(KeptWork.SETTINGS, changed.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns its word in the settings. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String settings(WorkFiles files) {
        byte[] settings = files.get(KeptWork.SETTINGS);
        return settings == null ? "" : new String(settings, StandardCharsets.UTF_8);
    }
}
