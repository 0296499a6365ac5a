package dev.winnow.cli.rules;

import dev.winnow.language.pack.PackException;
import dev.winnow.language.pack.PackFiles;
import dev.winnow.model.source.Cache;
import dev.winnow.model.source.Problem;
import dev.winnow.report.rules.CheckReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** That a check of the same files said nothing, neither a problem nor a remark. What it did say is found anew, with its places. */
final class CheckedBefore {

    private static final String KIND = "check";

    /** No name or version of a pack has one. */
    private static final String BETWEEN = "\n";

    private static final int PARTS = 3;

    private final Cache cache;
    private final String digest;

    private CheckedBefore(Cache cache, String digest) {
        this.cache = cache;
        this.digest = digest;
    }

    /** What was said of the files of a folder; null if they cannot be read as they are. */
    static @Nullable CheckedBefore of(Path folder, Cache cache) {
        if (cache == Cache.NONE) {
            return null;
        }
        List<Problem> problems = new ArrayList<>();
        try {
            PackFiles files = PackFiles.read(folder, problems);
            return problems.isEmpty() ? new CheckedBefore(cache, files.digest()) : null;
        } catch (PackException e) {
            return null;
        }
    }

    /** The report of the check; null if it is not known to have said nothing. */
    @Nullable
    CheckReport report() {
        byte[] kept = cache.find(KIND, digest);
        String[] parts = kept == null ? new String[0] : new String(kept, StandardCharsets.UTF_8).split(BETWEEN);
        return parts.length == PARTS
                ? CheckReport.clean(new CheckReport.Subject(parts[0], parts[1], digest, Integer.parseInt(parts[2])))
                : null;
    }

    /** Keeps in mind that a check said nothing, if it did. */
    void keep(CheckReport report) {
        CheckReport.Subject pack = report.subject();
        if (pack != null && report.isClean() && digest.equals(pack.digest())) {
            String content = String.join(BETWEEN, pack.name(), pack.version(), String.valueOf(pack.rules()));
            cache.keep(KIND, digest, content.getBytes(StandardCharsets.UTF_8));
        }
    }
}
