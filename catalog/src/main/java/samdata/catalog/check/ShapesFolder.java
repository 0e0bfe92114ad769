package samdata.catalog.check;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The shapes files that an operator added, and what is wrong with them in one line each, which
 * names a file and not where it lies, since pages show it. A fault costs what it spoils and
 * no more: a file that cannot be read costs the file, a broken shape the shape.
 */
record ShapesFolder(List<Profile> profiles, List<String> problems) {
    private static final int LONGEST = 300;
    private static final Pattern OF_JAVA = Pattern.compile("\\b(java|org|com)\\.[a-z]");

    /** @param taken names that no file may have */
    static ShapesFolder read(Path folder, List<String> taken) {
        List<Profile> profiles = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".ttl") && Files.isRegularFile(file))
                    .sorted()
                    .forEach(file -> {
                        String name = file.getFileName().toString().replaceAll("[.]ttl$", "");
                        if (taken.contains(name))
                            problems.add(file.getFileName() + " is not used: samdata has a profile " + name
                                    + "; give the file another name");
                        else read(file, name, profiles, problems);
                    });
        } catch (IOException e) {
            problems.add("The shapes folder " + folder.getFileName() + " cannot be read: "
                    + (e instanceof NoSuchFileException
                            ? "it is not there"
                            : "it is no folder, or not samdata's to read"));
        }
        return new ShapesFolder(List.copyOf(profiles), List.copyOf(problems));
    }

    private static void read(Path file, String name, List<Profile> profiles, List<String> problems) {
        ShapesFile said;
        try {
            said = ShapesFile.read(file);
        } catch (IOException e) {
            problems.add(file.getFileName() + " is not used: "
                    + (e instanceof AccessDeniedException ? "it is not samdata's to read" : "it cannot be read"));
            return;
        } catch (RuntimeException e) {
            problems.add(file.getFileName() + " is not used: it cannot be read as Turtle: " + reason(e));
            return;
        }
        Mending mending = new Mending(said);
        mending.broken().forEach(broken -> problems.add(file.getFileName() + ": " + broken));
        try {
            profiles.add(new Profile(name, mending.graph()));
        } catch (RuntimeException e) {
            problems.add(file.getFileName() + " is not used: its shapes cannot be understood: " + reason(e));
        }
    }

    /** What an error says, in one line; one that was not written for people says no more than where it stopped. */
    static String reason(Throwable e) {
        String said = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
        if (e.getMessage() == null || OF_JAVA.matcher(said).find())
            return "a value in it is not of the kind that SHACL asks for there, or is missing";
        return said.length() > LONGEST ? said.substring(0, LONGEST) + "..." : said;
    }
}
