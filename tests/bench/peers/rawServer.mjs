// The least a room server can do: every frame goes to everyone on the same path, nothing is read, nothing is kept.
import { createRequire } from 'node:module'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

const { WebSocketServer } = createRequire(pathToFileURL(`${process.argv[2]}/package.json`))('ws')
const rooms = new Map()
const server = new WebSocketServer({ host: '127.0.0.1', port: Number(process.env.PORT) })
server.on('connection', (socket, { url }) => {
  const room = rooms.get(url) ?? new Set()
  rooms.set(url, room.add(socket))
  socket.on('message', (data) => {
    for (const other of room) other.send(data)
  })
  socket.on('close', () => room.delete(socket))
})
server.on('listening', () => console.log('running'))
