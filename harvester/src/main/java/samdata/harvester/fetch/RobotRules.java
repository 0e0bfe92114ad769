package samdata.harvester.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.util.List;

/**
 * What the robots.txt of one host lets us read (RFC 9309): all when it has none, nothing while the host cannot say.
 *
 * @param reason what to say when a page is not allowed
 */
record RobotRules(BaseRobotRules rules, String reason) {
    static final RobotRules ALL = new RobotRules(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), "");

    static RobotRules of(URI robots, byte[] content) {
        var rules =
                new SimpleRobotRulesParser().parseContent(robots.toString(), content, "text/plain", List.of("samdata"));
        return new RobotRules(rules, robots + " forbids it to samdata");
    }

    static RobotRules broken(URI robots, String status) {
        return new RobotRules(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), robots + " answered " + status);
    }

    boolean allows(URI url) {
        return rules.isAllowed(url.toString());
    }
}
