// Calls a service through the product's own packages. Reads one call a line from standard input, as JSON, and writes one outcome a line:
// { answer } or, when the package threw, { error } with what a program that catches it can look at.
import { createInterface } from 'node:readline';
import core from '@alicloud/openapi-core';
import older from '@alicloud/openapi-client';
import olderUtil from '@alicloud/openapi-util';
import teaUtil from '@alicloud/tea-util';
import popCore from '@alicloud/pop-core';

const [endpoint] = process.argv.slice(2);

const ways = {
    'pop-core GET': (call) => pop(call, 'GET'),
    'pop-core POST': (call) => pop(call, 'POST'),
    'openapi-core': (call) => openapi(call, core.default, core.$OpenApiUtil, core.OpenApiUtil, {}),
    'openapi-core V1': (call) => openapi(call, core.default, core.$OpenApiUtil, core.OpenApiUtil, {}, 'v2'),
    'openapi-client': (call) => openapi(call, older.default, older, olderUtil.default, new teaUtil.RuntimeOptions({})),
};

function pop(call, method) {
    const client = new popCore.RPCClient({ accessKeyId: call.keyId, accessKeySecret: call.secret, endpoint: `http://${endpoint}`, apiVersion: call.version });
    return client.request(call.action, call.parameters, { method, timeout: 60_000 });
}

// What the typed packages of the product do for each of their methods.
async function openapi(call, Client, models, util, runtime, signatureAlgorithm) {
    const client = new Client(new models.Config({ accessKeyId: call.keyId, accessKeySecret: call.secret, endpoint, protocol: 'http', signatureAlgorithm, connectTimeout: 60_000, readTimeout: 60_000 }));
    const params = new models.Params({
        action: call.action,
        version: call.version,
        protocol: 'http',
        pathname: '/',
        method: 'POST',
        authType: call.keyId ? 'AK' : 'Anonymous',
        style: 'RPC',
        reqBodyType: 'formData',
        bodyType: 'json',
    });
    const request = new models.OpenApiRequest({ query: util.query(call.parameters), headers: call.headers });
    return (await client.callApi(params, request, runtime)).body;
}

for await (const line of createInterface({ input: process.stdin })) {
    const call = JSON.parse(line);
    let outcome;
    try {
        outcome = { answer: await ways[call.way](call) };
    } catch (error) {
        outcome = { error: { name: error.name, code: String(error.code), message: error.message, status: error.statusCode ?? error.data?.statusCode ?? error.entry?.response?.statusCode, retryAfter: error.retryAfter } };
    }

    console.log(JSON.stringify(outcome));
}
