// Updates some desktops as a script for WUYING Workspace does, with Alibaba Cloud's own package; only the endpoint is another.
//
//   cd examples && npm ci && node ecd-fleet-update.mjs [HOST:PORT]      against a running program; by default 127.0.0.1:5080
//
// A program without access keys believes its own machine, whatever a call is signed with. With keys, set ALIBABA_CLOUD_ACCESS_KEY_ID
// and ALIBABA_CLOUD_ACCESS_KEY_SECRET to one of an operator.
import core from '@alicloud/openapi-core';

const [endpoint = '127.0.0.1:5080'] = process.argv.slice(2);
const RegionId = 'cn-hangzhou';
const wanted = 3;

const { default: Client, $OpenApiUtil: models, OpenApiUtil: util } = core;
const client = new Client(new models.Config({
    accessKeyId: process.env.ALIBABA_CLOUD_ACCESS_KEY_ID ?? 'anybody',
    accessKeySecret: process.env.ALIBABA_CLOUD_ACCESS_KEY_SECRET ?? 'anything',
    endpoint,
    protocol: 'http',
    connectTimeout: 30_000,
    readTimeout: 30_000,
}));

async function call(action, parameters) {
    const params = new models.Params({
        action, version: '2020-09-30', protocol: 'http', pathname: '/', method: 'POST', authType: 'AK', style: 'RPC', reqBodyType: 'formData', bodyType: 'json',
    });
    return (await client.callApi(params, new models.OpenApiRequest({ query: util.query(parameters) }), {})).body;
}

async function* all(action, list, parameters) {
    for (let NextToken; ;) {
        const page = await call(action, { ...parameters, MaxResults: 100, NextToken });
        yield* page[list];
        NextToken = page.NextToken;
        if (!NextToken) {
            return;
        }
    }
}

async function until(what, ready) {
    for (let attempt = 0; attempt < 300; attempt++) {
        if (await ready()) {
            return;
        }

        await new Promise((resolve) => setTimeout(resolve, 1_000));
    }

    throw new Error(`Waited too long for ${what}.`);
}

const step = (text) => console.log(`\n== ${text}`);

step('Regions');
console.log((await call('DescribeRegions', { RegionId })).Regions.map((region) => region.RegionId).join(' '));

step('The newest version');
const [task] = (await call('DescribeFotaTasks', { RegionId, Lang: 'en' })).FotaTasks;
console.log(`${task.AppVersion}, ${task.Size} bytes: ${task.ReleaseNote}`);

step('Desktops that can take it');
const pending = [];
for await (const desktop of all('DescribeFotaPendingDesktops', 'FotaPendingDesktops', { RegionId, TaskUid: task.TaskUid })) {
    pending.push(desktop);
}

const running = 2;
const chosen = pending.filter((desktop) => desktop.Status === running && desktop.Sessions.length === 0).slice(0, wanted);
console.log(`${pending.length}; of those that run and that nobody uses: ${chosen.map((desktop) => desktop.DesktopId).join(' ')}`);

step('A snapshot of each');
for (const { DesktopId } of chosen) {
    const { SnapshotId } = await call('CreateSnapshot', { RegionId, DesktopId, SnapshotName: 'before-update', SourceDiskType: 'system' });
    await until(`the snapshot of ${DesktopId}`, async () => (await call('DescribeSnapshots', { RegionId, SnapshotId })).Snapshots[0]?.Status === 'ACCOMPLISHED');
    console.log(`${DesktopId}: ${SnapshotId}`);
}

step('The update');
for (const { DesktopId } of chosen) {
    try {
        await call('ApproveFotaUpdate', { RegionId, DesktopId, AppVersion: task.AppVersion });
        console.log(`${DesktopId}: approved`);
    } catch (error) {
        console.log(`${DesktopId}: ${error.code}: ${error.message}`);
    }
}

let desktops = [];
let told;
const isDone = (desktop) => desktop.FotaUpdate.CurrentAppVersion === task.AppVersion && desktop.ManagementFlags.length === 0;
await until('the update', async () => {
    desktops = (await call('DescribeDesktops', { RegionId, DesktopId: chosen.map((desktop) => desktop.DesktopId), QueryFotaUpdate: true })).Desktops;
    const line = desktops.map((desktop) => `${desktop.DesktopId} ${desktop.ManagementFlags[0] ?? desktop.DesktopStatus} ${desktop.FotaUpdate.CurrentAppVersion}`).join(', ');
    if (line !== told) {
        console.log(told = line);
    }

    return desktops.every(isDone);
});

step('Done');
console.log(`${desktops.filter(isDone).length} of ${chosen.length} desktops are at ${task.AppVersion}.`);
