import { EnvironmentInjector, runInInjectionContext } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { EventStreams, settle } from '../../testing/event-streams';
import { AccessTokenStore } from '../session/access-token-store';
import { LiveConnection } from './live-connection';
import { LiveUpdates } from './live-updates';

describe('LiveConnection', () => {
  let streams: EventStreams;
  const messages: unknown[] = [];
  const deleted: string[] = [];
  let missed = 0;

  const connect = async () => {
    const connection = runInInjectionContext(
      TestBed.inject(EnvironmentInjector),
      () =>
        new LiveConnection('/api/v1/jobs/changes', {
          message: (message) => messages.push(message),
          deleted: ({ id }) => deleted.push(id),
          missed: () => (missed += 1),
        }),
    );
    await settle();
    return connection;
  };

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
    messages.length = 0;
    deleted.length = 0;
    missed = 0;
    streams = new EventStreams();
    TestBed.inject(AccessTokenStore).keep('a-token', 3600);
  });

  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('sends the token, and hands over what it hears with dates as dates', async () => {
    const connection = await connect();
    expect(connection.state()).toBe('live');
    expect(streams.latest.authorization).toBe('Bearer a-token');
    await streams.latest.send({ createdDateTime: '2026-11-23T09:41:00Z' });
    expect(messages).toEqual([{ createdDateTime: new Date('2026-11-23T09:41:00Z') }]);
  });

  it('tells what was deleted, and ignores pings', async () => {
    await connect();
    await streams.latest.send({ id: 'j1' }, 'deleted');
    await streams.latest.send('', 'ping');
    expect(deleted).toEqual(['j1']);
    expect(messages).toEqual([]);
  });

  it('comes back by itself when the stream ends', async () => {
    const connection = await connect();
    await streams.latest.end();
    expect(connection.state()).toBe('waiting');
    jest.advanceTimersByTime(1000);
    await settle();
    expect(connection.state()).toBe('live');
    expect(streams.opened).toHaveLength(2);
  });

  it('comes back with the token of that moment when the service ends a stream whose token expired', async () => {
    const connection = await connect();
    await streams.latest.send({});
    TestBed.inject(AccessTokenStore).keep('another-token', 3600);
    await streams.latest.end();
    jest.advanceTimersByTime(1000);
    await settle();
    expect(connection.state()).toBe('live');
    expect(streams.latest.authorization).toBe('Bearer another-token');
  });

  it('waits for a token when there is none, and opens as soon as there is', async () => {
    const connection = await connect();
    TestBed.inject(AccessTokenStore).expire();
    await streams.latest.end();
    expect(connection.state()).toBe('waiting');
    jest.advanceTimersByTime(60_000);
    await settle();
    expect(streams.opened).toHaveLength(1);
    TestBed.inject(AccessTokenStore).keep('another-token', 3600);
    TestBed.tick();
    await settle();
    expect(connection.state()).toBe('live');
    expect(streams.latest.authorization).toBe('Bearer another-token');
  });

  it('tells that some changes may have been missed', async () => {
    await connect();
    await streams.latest.send({}, 'gap');
    expect(missed).toBe(1);
    expect(messages).toEqual([]);
  });

  it('waits longer each time when streams end before they say anything', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(1);
    const connection = await connect();
    await streams.latest.end();
    jest.advanceTimersByTime(1000);
    await settle();
    await streams.latest.end();
    jest.advanceTimersByTime(1000);
    await settle();
    expect(connection.state()).toBe('waiting');
    jest.advanceTimersByTime(1000);
    await settle();
    expect(connection.state()).toBe('live');
  });

  it('says why a stream broke, until it speaks again', async () => {
    const connection = await connect();
    await streams.latest.send('out of memory', 'error');
    expect(connection.state()).toBe('waiting');
    expect(connection.failure()?.code).toBe('streamBroke');
    window.dispatchEvent(new Event('online'));
    await settle();
    await streams.latest.send({});
    expect(connection.failure()).toBeNull();
  });

  it('opens anew when even the pings stop', async () => {
    await connect();
    await streams.latest.send('', 'ping');
    jest.advanceTimersByTime(59_000);
    expect(streams.opened).toHaveLength(1);
    jest.advanceTimersByTime(1000);
    await settle();
    expect(streams.opened).toHaveLength(2);
    expect(streams.opened[0]?.aborted()).toBe(true);
  });

  it('comes back at once when the network does', async () => {
    const connection = await connect();
    await streams.latest.end();
    window.dispatchEvent(new Event('online'));
    await settle();
    expect(connection.state()).toBe('live');
  });

  it('closes while it is paused, and opens again after that', async () => {
    const connection = await connect();
    connection.pause();
    expect(streams.latest.aborted()).toBe(true);
    expect(connection.state()).toBe('paused');
    connection.resume();
    await settle();
    expect(connection.state()).toBe('live');
  });

  it('comes back when the time is over that the service has asked to wait', async () => {
    streams.status = 429;
    streams.headers = { 'retry-after': '90' };
    const connection = await connect();
    expect(connection.state()).toBe('waiting');
    const updates = TestBed.inject(LiveUpdates);
    expect(updates.situation()).toBe('throttled');
    streams.status = 200;
    jest.advanceTimersByTime(89_000);
    await settle();
    expect(streams.opened).toHaveLength(0);
    jest.advanceTimersByTime(1000);
    TestBed.tick();
    await settle();
    expect(connection.state()).toBe('live');
    expect(updates.situation()).toBe('live');
  });

  it('is paused and resumed with everything else on the page', async () => {
    const connection = await connect();
    const updates = TestBed.inject(LiveUpdates);
    updates.pause();
    expect(connection.state()).toBe('paused');
    expect(updates.situation()).toBe('paused');
    updates.resume();
    await settle();
    expect(updates.situation()).toBe('live');
  });

  it('gives up on what does not exist', async () => {
    streams.status = 404;
    const connection = await connect();
    expect(connection.state()).toBe('gone');
    expect(connection.failure()?.message).toBe('Refused.');
  });

  it('ends the session when its token is refused', async () => {
    streams.status = 401;
    await connect();
    expect(TestBed.inject(AccessTokenStore).token()).toBeNull();
    expect(TestBed.inject(AccessTokenStore).expired()).toBe(true);
  });
});
