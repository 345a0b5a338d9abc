// Run by the build of each module when its tests are over: every class with tests among its sources must have
// a report of this build, with a test in it. Surefire skips in silence what its patterns do not meet.

def sources = new File(project.basedir, 'src/test')
def reports = new File(project.build.directory, 'surefire-reports')
def isPartOfThem = ['test', 'skipTests', 'maven.test.skip', 'spec'].any {
    session.userProperties.getProperty(it) != null || project.properties.getProperty(it) == 'true'
}
if (isPartOfThem || !sources.directory) {
    return
}

def expected = []
sources.eachFileRecurse { file ->
    if (!(file.name ==~ /.*\.(groovy|java)/) || file.path.contains('resources')) {
        return
    }
    def text = file.getText('UTF-8')
    def name = file.name.replaceFirst(/\.\w+$/, '')
    def isTest = text =~ /(?m)^(?!abstract ).*\bclass $name\b[^{]*extends \w*Spec(ification)?\b/
            || text =~ /(?m)^\s+@(Test|ParameterizedTest|ArchTest)\b/
    if (isTest) {
        def folder = (text =~ /(?m)^package ([\w.]+)/)
        expected << (folder.find() ? folder.group(1) + '.' : '') + name
    }
}

def ran = [:]
def fresh = { it.name ==~ /TEST-.*\.xml/ && it.lastModified() >= session.startTime.time }
(reports.listFiles() ?: []).findAll(fresh).each {
    def suite = it.getText('UTF-8') =~ /<testsuite\b[^>]*\sname="([^"]*)"[^>]*\stests="(\d+)"/
    if (suite.find()) {
        ran[suite.group(1)] = suite.group(2) as int
    }
}

def skipped = expected.findAll { !ran[it] }
if (skipped || !expected) {
    throw new IllegalStateException("$project.artifactId: of ${expected.size()} classes with tests "
            + "${skipped.size()} did not run: ${skipped.join(', ') ?: 'there are none at all'}\n"
            + '= a class with tests is named ...Spec or ...Test, see maven-surefire-plugin in pom.xml')
}
log.info("${expected.size()} classes with tests, ${ran.values().sum()} tests: all of them ran")
