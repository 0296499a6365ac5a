package dev.winnow.ruletools.check;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Names files for programs that resolve paths against the working directory. */
final class ReportedFile {

    private ReportedFile() {}

    /** Returns a path relative to the working directory, if the file is below it, with forward slashes. */
    static String relative(String file) {
        try {
            Path here = Path.of("").toAbsolutePath();
            Path whole = here.resolve(file).normalize();
            return (whole.startsWith(here) ? here.relativize(whole) : whole)
                    .toString()
                    .replace('\\', '/');
        } catch (InvalidPathException e) {
            return file;
        }
    }

    /** Returns a path relative to the working directory as a URI reference. */
    static String uri(String file) {
        String relative = relative(file);
        try {
            return relative.startsWith("/")
                    ? new URI("file", "", relative, null).toASCIIString()
                    : new URI(null, null, relative, null).toASCIIString();
        } catch (URISyntaxException e) {
            return relative;
        }
    }
}
