using Wuying.Silo.Tests;

[assembly: AssemblyFixture(typeof(ScratchDatabases))]
