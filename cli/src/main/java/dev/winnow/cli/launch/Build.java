package dev.winnow.cli.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Builds winnow in its checkout and creates the CDS archive that the JVM starts from. The launcher runs this source
 * file before anything is compiled, so it depends on the JDK alone.
 *
 * <p>All of it happens in {@code .winnow} of the checkout, under a lock: of two launchers that are started at once, one
 * builds and the other waits.
 */
final class Build {

    private static final int DONE = 0;
    private static final int FAILED = 4;

    /** The first JDK with an ahead-of-time cache of linked classes. */
    private static final int AHEAD_OF_TIME = 25;

    /** The first JDK that warns of a library's use of {@code sun.misc.Unsafe}. */
    private static final int WARNS_OF_UNSAFE = 24;

    /** The time limit of a training run. */
    private static final int MINUTES = 10;

    private static final Pattern NETWORK = Pattern.compile("Failed to fetch|UnknownHost|Unknown host|Could not transfer"
            + "|Temporary failure|Name or service not known|Network is unreachable|No route to host"
            + "|[Cc]onnect(ion)? (timed out|refused|reset)|java\\.net\\.|javax\\.net\\.ssl|PKIX path");

    /** Lines of Maven's output that do not name the cause. */
    private static final Pattern ADVICE = Pattern.compile(
            "^\\[ERROR\\] *$|\\[Help [0-9]|re-run Maven|Re-run Maven|For more information|After correcting|-rf :");

    /** What an archive is made from. An archive costs no more for classes that a run has no use for. */
    private static final List<String[]> TRAINING = List.of(
            new String[] {"screen"},
            new String[] {"rules", "check"},
            new String[] {"rules", "test"},
            new String[] {"explain", "sien", "qingdao"},
            new String[] {"explain", "sien", "qingdao", "-f", "json"},
            new String[] {"rules", "list", "-f", "json"},
            new String[] {"--help"});

    private static final int SHOWN_LINES = 25;

    /** Exit codes of a process that was stopped by Ctrl-C or {@code kill}. */
    private static final Set<Integer> STOPPED = Set.of(130, 143);

    private final Path home;
    private final String jdk;
    private final PrintStream err;
    private final Path work;
    private final Path stamp;
    private final Path log;
    private final Path jar;

    /**
     * @param home the checkout
     * @param jdk names the JDK that runs this, in names of files
     * @param err where to say what goes on
     */
    Build(Path home, String jdk, PrintStream err) {
        this.home = home;
        this.jdk = jdk;
        this.err = err;
        work = home.resolve(".winnow");
        stamp = work.resolve("stamp");
        log = work.resolve("build.log");
        jar = work.resolve("build/winnow-cli/winnow-cli.jar");
    }

    /**
     * Takes the folder of the checkout and a name for the JDK.
     *
     * @param arguments these two
     */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(new Build(Path.of(arguments[0]), arguments[1], System.err).run());
    }

    /** Makes what is missing or older than its sources; {@link #FAILED} if there is nothing to run then. */
    int run() throws InterruptedException {
        try {
            Files.createDirectories(work);
            try (FileChannel lock =
                    FileChannel.open(work.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock(lock);
                if (isStale() && !build()) {
                    return FAILED;
                }
                prepareStart();
            }
        } catch (IOException e) {
            if (!Files.isRegularFile(jar)) {
                say("has to build itself first, and cannot write to " + home);
                return FAILED;
            }
            say("this checkout cannot be written to: running what was built before.");
        }
        return DONE;
    }

    private void say(String line) {
        err.println("winnow: " + line);
    }

    /** Held until the channel is closed; the system closes it for a process that dies. */
    private void lock(FileChannel channel) {
        try {
            if (channel.tryLock() == null) {
                say("waiting for another build to finish…");
                channel.lock();
            }
        } catch (IOException e) {
            // This file system has no locks.
        }
    }

    // --- Building ---

    /** Whether there is nothing to run, or a source is newer than the last build. The launcher asks the same. */
    private boolean isStale() throws IOException {
        if (!Files.isRegularFile(jar) || !Files.isRegularFile(stamp)) {
            return true;
        }
        FileTime built = Files.getLastModifiedTime(stamp);
        List<Path> sources = new ArrayList<>(List.of(home.resolve("pom.xml")));
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(home, Files::isDirectory)) {
            for (Path module : modules) {
                sources.add(module.resolve("pom.xml"));
                sources.add(module.resolve("src/main"));
            }
        }
        for (Path source : sources) {
            if (Files.exists(source)) {
                try (Stream<Path> files = Files.walk(source)) {
                    for (Path file : (Iterable<Path>) files::iterator) {
                        if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                                        .compareTo(built)
                                > 0) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private boolean build() throws IOException, InterruptedException {
        say(
                Files.isRegularFile(jar)
                        ? "building…"
                        : "building (the first run fetches some 210 MB and takes a minute or two)…");
        // Its time is that before the build, so that an edit during the build counts as newer.
        Path draft = work.resolve("stamp.new");
        Files.deleteIfExists(draft);
        Files.createFile(draft);
        ProcessBuilder maven = new ProcessBuilder(
                        "sh",
                        "./mvnw",
                        "-B",
                        "-ntp",
                        "-q",
                        "-Dwinnow.quick",
                        "-Dwinnow.commit=" + commit(),
                        "-pl",
                        "cli",
                        "-am",
                        "package")
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        maven.environment().putAll(Map.of("JAVA_HOME", System.getProperty("java.home"), "MAVEN_ARGS", ""));
        Process process = maven.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        process.getOutputStream().close();
        int exit = process.waitFor();
        if (STOPPED.contains(exit)) {
            return false;
        }
        if (exit != 0 || !Files.isRegularFile(jar)) {
            explain();
            return false;
        }
        Files.move(draft, stamp, StandardCopyOption.REPLACE_EXISTING);
        // The archive was made from other jars than the present ones.
        try (DirectoryStream<Path> old = Files.newDirectoryStream(work, "start-*")) {
            for (Path one : old) {
                Files.deleteIfExists(one);
            }
        }
        return true;
    }

    /** Names what is built by its commit, and whether files differ from it; empty where git does not know. */
    private String commit() throws InterruptedException {
        try {
            ProcessBuilder describe = new ProcessBuilder(
                            "git", "describe", "--always", "--dirty", "--abbrev=12", "--exclude=*")
                    .directory(home.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            // Sources without git that were unpacked inside another repository are of no commit of that one.
            describe.environment().put("GIT_CEILING_DIRECTORIES", String.valueOf(home.getParent()));
            Process git = describe.start();
            git.getOutputStream().close();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
            return git.waitFor() == 0 ? said : "";
        } catch (IOException e) {
            return ""; // no git on the path
        }
    }

    private void explain() throws IOException {
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (lines.stream().anyMatch(line -> NETWORK.matcher(line).find())) {
            say("the build could not download what it needs. Is the network there?");
            err.println("Only a build needs it: the first one fetches Maven and the libraries from Maven Central."
                    + " Connect, and run winnow again.");
            err.println(
                    "Behind a proxy: name it in ~/.m2/settings.xml and in https_proxy. What Maven said is in " + log);
            return;
        }
        say("the build failed. The end of " + log + ":");
        List<String> output =
                lines.stream().filter(line -> !ADVICE.matcher(line).find()).toList();
        output.subList(Math.max(0, output.size() - SHOWN_LINES), output.size())
                .forEach(line -> err.println("  " + line));
    }

    // --- Start ---

    /**
     * Makes an archive of what Java loads at a start, from which it starts faster: a cache of what was linked ahead of time
     * from Java 25 on, an archive of classes before. The JVM ignores archives written by another JDK or of other jars.
     *
     * <p>The options that name it are written last. If it cannot be made, they name none, and nobody tries again before the
     * next build.
     */
    private void prepareStart() throws IOException, InterruptedException {
        Path options = work.resolve("start-" + jdk + ".options");
        if (Files.isRegularFile(options)
                && Files.getLastModifiedTime(options).compareTo(Files.getLastModifiedTime(jar)) > 0) {
            return;
        }
        Path archive = work.resolve("start-" + jdk + ".archive");
        Path draft = work.resolve("start-" + jdk + ".new");
        Files.deleteIfExists(draft);
        boolean ahead = Runtime.version().feature() >= AHEAD_OF_TIME;
        List<String> lines = new ArrayList<>();
        if (ahead ? makeCache(draft) : makeArchive(draft)) {
            Files.move(draft, archive, StandardCopyOption.REPLACE_EXISTING);
            String option = ahead ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=";
            lines.add(quoted(option, archive));
            lines.add("# Laid where it was made for, it need not be written to, nor be copied.");
            lines.add("-XX:+UnlockDiagnosticVMOptions");
            lines.add("-XX:ArchiveRelocationMode=0");
            lines.add("# Where it does not fit, it is done without, and nothing is said.");
            lines.add("-Xlog:cds*=off");
            if (ahead) {
                lines.add("-Xlog:aot*=off");
            }
        } else {
            lines.add("# No archive could be made with this JDK.");
        }
        if (Runtime.version().feature() >= WARNS_OF_UNSAFE) {
            lines.add("# The library that chooses sets still does what Java warns of.");
            lines.add("--sun-misc-unsafe-memory-access=allow");
        }
        Files.deleteIfExists(draft);
        Files.write(draft, lines);
        Files.move(draft, options, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String quoted(String option, Path path) {
        return "\"" + option + path.toString().replace("\\", "\\\\") + "\"";
    }

    /** Every class of an ahead-of-time cache is linked at each start, so the cache is made from the most common run alone. */
    private boolean makeCache(Path archive) throws IOException, InterruptedException {
        winnow(List.of("-XX:AOTCacheOutput=" + archive), "screen");
        return winnow(List.of("-XX:AOTCache=" + archive, "-XX:AOTMode=on", "-XX:+VerifySharedSpaces"), "--version");
    }

    /** A CDS archive is made of the classes that common runs load. */
    private boolean makeArchive(Path archive) throws IOException, InterruptedException {
        Path list = work.resolve("start-" + jdk + ".list");
        List<String> classes = new ArrayList<>();
        for (String[] command : TRAINING) {
            Files.deleteIfExists(list);
            winnow(List.of("-XX:DumpLoadedClassList=" + list), command);
            if (Files.isRegularFile(list)) {
                // Within a list a line may be there twice: of two lambdas that look alike each wants its own.
                Set<String> known = new HashSet<>(classes);
                Files.readAllLines(list).stream()
                        .filter(line -> !known.contains(line))
                        .forEach(classes::add);
            }
        }
        if (!classes.isEmpty()) {
            Files.write(list, classes);
            java(List.of(
                    "-Xshare:dump",
                    "-XX:SharedClassListFile=" + list,
                    "-XX:SharedArchiveFile=" + archive,
                    "-cp",
                    jar.toString()));
        }
        Files.deleteIfExists(list);
        return winnow(
                List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:on", "-XX:+VerifySharedSpaces"), "--version");
    }

    /** Runs a command of winnow; whether it was done. */
    private boolean winnow(List<String> options, String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("-XX:+UseSerialGC"));
        words.addAll(options);
        words.addAll(List.of("-Dwinnow.home=" + home, "-jar", jar.toString()));
        words.addAll(List.of(command));
        return java(words);
    }

    /** Runs Java as the launcher does, without output; returns whether it succeeded. */
    private boolean java(List<String> words) throws IOException, InterruptedException {
        Path launch = home.resolve("cli/src/main/launch");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + launch.resolve("java.options"),
                "@" + launch.resolve("short.options"),
                "-XX:ErrorFile=" + work.resolve("crash.log")));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(Map.of("WINNOW_LANG", "en"));
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return false;
        }
        return process.exitValue() == 0;
    }
}
