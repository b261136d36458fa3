import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import 'virtual:theme.css'
import './theme/styles.css'
import {createRoot} from 'react-dom/client'
import {App} from './App.tsx'
import {watchHistory} from './ui/leaving.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
watchHistory()
createRoot(root).render(<App />)
